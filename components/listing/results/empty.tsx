import { counted } from "#components/ui/words.ts";
import { hasFilters, type ListingQuery } from "#lib/domain/listing/query.ts";
import { paths } from "#lib/http/paths.ts";
import { CardList } from "../card-list.tsx";
import type { CardProps } from "../card.tsx";
import type { Chip } from "../chips.tsx";

type Counted = Chip & { total: number };

interface Props {
  query: ListingQuery;
  /** Each filter in force with what the list would hold without it. */
  chips: readonly Counted[];
  /** Ways to ask for less in words: "without the quotes and minus signs". */
  looser: readonly Counted[];
  /** The best that the words find without the filters. */
  near: readonly CardProps[];
}

/** An empty result that says what to let go of, and what is near. */
export function Empty({ query, chips, looser, near }: Props) {
  const { q } = query;
  const ways = [...looser, ...chips.map((chip) => ({ ...chip, name: `without “${chip.name}”` }))];
  const helpful = ways.filter(({ total }) => total > 0);
  return (
    <>
      <div className="prose pt-6">
        <p className="font-bold">
          {q || hasFilters(query) ? "No case study has all of this." : "No case study has been published yet."}
        </p>
        {helpful.length > 0 && (
          <ul>
            {helpful.map(({ name, rest, total }) => (
              <li key={name}>
                <a href={paths.listing(rest)}>{name[0]?.toUpperCase() + name.slice(1)}</a> there{" "}
                {total === 1 ? "is" : "are"} {counted(total, "case study", "case studies")}.
              </li>
            ))}
          </ul>
        )}
        {q && (
          <p>
            Check the spelling, see <a href={paths.suggested(q)}>what your words could become</a>, or{" "}
            <a href={paths.topics}>look through the topics</a>.
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
