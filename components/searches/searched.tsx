import { Dotted } from "#components/ui/dotted.tsx";
import { counted } from "#components/ui/words.ts";
import { paths } from "#lib/http/paths.ts";

interface Props {
  heading: string;
  rows: readonly { words: string; searches: number; clicks: number; total: number | null }[];
}

/** Words that were looked for, with what came of it. For those that found nothing, a box for what they should have meant. */
export function Searched({ heading, rows }: Props) {
  return (
    <>
      <h2 id="searched" className="mt-8 border-b-[3px] border-ink pb-3">
        {heading}
      </h2>
      {rows.length > 0 && (
        <ol aria-labelledby="searched" className="[list-style-type:'']">
          {rows.map(({ words, searches, clicks, total }, index) => (
            <li key={words} className="border-b border-line py-3">
              <a href={paths.listing({ q: words, sort: "relevance" })} className="font-bold break-words">
                {words}
              </a>
              <p className="text-small text-soft">
                <Dotted>
                  {counted(searches, "search", "searches")}
                  {`${clicks} opened`}
                  {total === null ? "only with filters" : counted(total, "result", "results")}
                </Dotted>
              </p>
              {total === 0 && <Means words={words} id={`means-${index}`} />}
            </li>
          ))}
        </ol>
      )}
    </>
  );
}

function Means({ words, id }: { words: string; id: string }) {
  return (
    <form
      method="post"
      action={`${paths.synonyms}/save`}
      className="mt-2 flex max-w-prose flex-wrap items-center gap-2"
    >
      <input type="hidden" name="with" value={words} />
      <label htmlFor={id} className="text-small">
        <span className="sr-only">“{words}” </span>means the same as
      </label>
      <input id={id} name="words" type="text" className="field min-w-0 flex-1 text-small" autoComplete="off" />
      <button type="submit" className="button">
        Join<span className="sr-only"> with “{words}”</span>
      </button>
    </form>
  );
}
