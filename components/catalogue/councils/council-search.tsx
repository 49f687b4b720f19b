import { councilTypes } from "#lib/domain/councils.ts";
import { paths } from "#lib/http/paths.ts";

/** Finds councils by their name and type. */
export function CouncilSearch({ words, type }: { words: string; type: string }) {
  return (
    <form action={paths.editCouncils} method="get" role="search" className="mb-8 max-w-[36rem]">
      <label htmlFor="q" className="mb-1 block font-bold">
        Name
      </label>
      <input id="q" name="q" type="search" defaultValue={words} className="field" />
      <label htmlFor="type" className="mt-4 mb-1 block font-bold">
        Type
      </label>
      <div className="flex">
        <select id="type" name="type" defaultValue={type} className="field min-w-0 border-r-0">
          <option value="">Any type</option>
          {councilTypes.map(({ slug, name }) => (
            <option key={slug} value={slug}>
              {name}
            </option>
          ))}
        </select>
        <button type="submit" className="button shrink-0">
          Find
        </button>
      </div>
    </form>
  );
}
