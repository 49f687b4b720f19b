import { counted } from "#components/ui/words.ts";
import { hasFilters, type ListingQuery } from "#lib/domain/listing/query.ts";
import { readAsked } from "#lib/domain/search/asked.ts";
import { foldedWords } from "#lib/domain/search/fold.ts";
import { paths } from "#lib/http/paths.ts";
import { CardList } from "../card-list.tsx";
import type { CardProps } from "../card.tsx";
import type { Chip } from "../chips.tsx";

interface Props {
  query: ListingQuery;
  /** What to let go of, in words, "without “Arts”", with what the list would then hold. */
  ways: readonly (Chip & { total: number })[];
  /** Whether the way to everything is one of them. */
  restart: boolean;
  /** Whether the words are the beginning of something. */
  suggested: boolean;
  /** The best that the words find without the filters. */
  near: readonly CardProps[];
}

/** An empty result that says what to let go of, and what is near. */
export function Empty({ query, ways, restart, suggested, near }: Props) {
  const { q } = query;
  return (
    <>
      <div className="prose pt-6">
        <p className="font-bold">{missing(query)}</p>
        {(ways.length > 0 || restart) && (
          <ul>
            {ways.map(({ name, rest, total }) => (
              <li key={name}>
                <a href={paths.listing(rest)}>{name[0]?.toUpperCase() + name.slice(1)}</a> there{" "}
                {total === 1 ? "is" : "are"} {counted(total, "case study", "case studies")}.
              </li>
            ))}
            {restart && (
              <li>
                <a href={paths.listing()}>Start again with all case studies</a>
              </li>
            )}
          </ul>
        )}
        {q && (
          <p>
            Check the spelling,{" "}
            {suggested && (
              <>
                see <a href={paths.suggested(q)}>what your words could become</a>,{" "}
              </>
            )}
            or <a href={paths.topics}>look through the topics</a>.
          </p>
        )}
      </div>
      {near.length > 0 && (
        <section aria-labelledby="near" className="pt-10">
          <h2 id="near" className="text-h3">
            The nearest without your filters
          </h2>
          <CardList labelledBy="near" cards={near} />
        </section>
      )}
    </>
  );
}

/** What no case study has: words that stand alone are named as what they are. */
function missing(query: ListingQuery): string {
  if (hasFilters(query)) return "No case study has all of this.";
  if (!query.q) return "No case study has been published yet.";
  const { phrases, without } = readAsked(query.q);
  const words = foldedWords(query.q).length;
  if (!words) return "There is no word in this to look for.";
  if (without.length || (phrases.length && words > 1)) return "No case study has all of this.";
  return words === 1 ? "No case study has this word." : "No case study has these words.";
}
