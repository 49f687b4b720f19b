import { Status } from "#components/ui/status.tsx";
import { figure, shortened } from "#components/ui/words.ts";
import { sortsFor, type ListingQuery } from "#lib/domain/listing/query.ts";
import { paths } from "#lib/http/paths.ts";

export const resultsHeading = "results";

/** How many there are and how they are ordered. Names the list that follows it. */
export function ResultsHead({ query, total }: { query: ListingQuery; total: number }) {
  return (
    <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1 border-b-[3px] border-ink pb-3">
      <h2 id={resultsHeading} className="sr-only">
        Results
      </h2>
      <Status className="text-h3 font-bold">
        Your search returned {figure(total)} {total === 1 ? "result" : "results"}
      </Status>
      {query.q && <p className="hidden w-full print:block">Searched for: “{shortened(query.q)}”</p>}
      {total > 1 && <Sorts query={query} />}
    </div>
  );
}

function Sorts({ query }: { query: ListingQuery }) {
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
