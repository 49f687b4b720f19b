import { paths } from "#lib/http/paths.ts";

/** Finds the sets of words that mean the same which have a word, and leads back to all of them. */
export function FindWord({ looked }: { looked: string }) {
  return (
    <form action={paths.synonyms} method="get" role="search" className="no-print my-4 max-w-[36rem]">
      <label htmlFor="q" className="mb-1 block text-small font-bold">
        Find a word
      </label>
      <div className="flex">
        <input id="q" name="q" type="search" defaultValue={looked} className="field min-w-0 border-r-0" />
        <button type="submit" className="button shrink-0">
          Find
        </button>
      </div>
      {looked && (
        <p className="mt-2">
          <a href={paths.synonyms}>Show every set</a>
        </p>
      )}
    </form>
  );
}
