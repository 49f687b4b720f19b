import { figure } from "#components/ui/words.ts";
import { paths } from "#lib/http/paths.ts";

interface Props {
  heading: string;
  rows: readonly { words: string; searches: number; clicks: number; total: number }[];
}

/** Words that were looked for, with what came of it. For those that found nothing, a box for what they should have meant. */
export function Searched({ heading, rows }: Props) {
  return (
    <div className="overflow-x-auto" tabIndex={0} role="region" aria-label={heading}>
      <table className="mt-6 w-full">
        <caption className="pb-3 text-left font-bold">{heading}</caption>
        <thead>
          <tr className="border-b-[3px] border-ink text-left align-bottom">
            <th scope="col" className="py-2 pr-4">
              Words
            </th>
            <th scope="col" className="py-2 pr-4 text-right">
              Searches
            </th>
            <th scope="col" className="py-2 pr-4 text-right">
              Opened
            </th>
            <th scope="col" className="py-2 pr-4 text-right">
              Results
            </th>
            <th scope="col" className="py-2">
              Means the same as
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ words, searches, clicks, total }, index) => (
            <tr key={words} className="border-b border-line align-baseline">
              <th scope="row" className="max-w-[20rem] py-2 pr-4 text-left font-normal break-words">
                <a href={paths.listing({ q: words, sort: "relevance" })}>{words}</a>
              </th>
              <td className="py-2 pr-4 text-right tabular-nums">{figure(searches)}</td>
              <td className="py-2 pr-4 text-right tabular-nums">{figure(clicks)}</td>
              <td className="py-2 pr-4 text-right tabular-nums">{figure(total)}</td>
              <td className="py-2">
                <Means words={words} id={`means-${index}`} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Means({ words, id }: { words: string; id: string }) {
  return (
    <form method="post" action={`${paths.synonyms}/save`} className="flex gap-2">
      <input type="hidden" name="words" value={words} />
      <label htmlFor={id} className="sr-only">
        “{words}” means the same as
      </label>
      <input
        id={id}
        name="words"
        type="text"
        maxLength={300}
        className="field min-w-32 !py-1 text-small"
        autoComplete="off"
      />
      <button type="submit" className="link-button shrink-0">
        Join<span className="sr-only"> with “{words}”</span>
      </button>
    </form>
  );
}
