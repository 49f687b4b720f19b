interface Props {
  words: string;
  /** Id of the form the box belongs to, where it stands outside it. */
  form?: string;
}

/** The words to look for. Part of a form that somebody else may hold together. */
export function SearchBox({ words, form }: Props) {
  return (
    <div className="no-print mt-4 max-w-[44rem] tablet:mt-6">
      <label htmlFor="q" className="mb-1 block font-bold">
        Search the case studies
      </label>
      <div className="flex">
        <input
          id="q"
          name="q"
          type="search"
          form={form}
          defaultValue={words}
          className="field min-w-0 border-r-0"
          aria-describedby="q-hint"
          data-suggest=""
        />
        <button type="submit" form={form} className="button shrink-0">
          Search
        </button>
      </div>
      <script type="module" src="/js/search.js" />
      <p id="q-hint" className="mt-1 text-small text-soft max-tablet:sr-only">
        For example, loneliness older people
      </p>
    </div>
  );
}
