import { figure } from "#components/ui/words.ts";
import { sortsFor, type ListingQuery } from "#lib/domain/listing/query.ts";
import { paths } from "#lib/http/paths.ts";
import { Card, type CardProps } from "./card.tsx";

interface Props {
  query: ListingQuery;
  cards: readonly CardProps[];
  total: number;
}

/** How many there are, how they are ordered, and one page of them. */
export function ResultsHead({ query, total }: Pick<Props, "query" | "total">) {
  return (
    <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1 border-b-[3px] border-ink pb-3">
      <h2 id="results" className="sr-only">
        Results
      </h2>
      <p role="status" className="text-h3 font-bold">
        Your search returned {figure(total)} {total === 1 ? "result" : "results"}
      </p>
      {total > 1 && <Sorts query={query} />}
    </div>
  );
}

function Sorts({ query }: Pick<Props, "query">) {
  return (
    <ul aria-label="Sort by" className="no-print flex flex-wrap gap-x-4 text-small">
      {sortsFor(query).map(({ key, label }) => (
        <li key={key}>
          {key === query.sort ? (
            <b aria-current="true" className="inline-block py-0.5">
              {label}
            </b>
          ) : (
            <a href={paths.listing({ ...query, sort: key, page: 1 })} className="quiet-link inline-block py-0.5">
              {label}
            </a>
          )}
        </li>
      ))}
    </ul>
  );
}

export function Results({ cards, start = 1 }: { cards: readonly CardProps[]; start?: number }) {
  return (
    <ol aria-labelledby="results" start={start}>
      {cards.map((card) => (
        <li key={card.slug}>
          <Card {...card} />
        </li>
      ))}
    </ol>
  );
}
