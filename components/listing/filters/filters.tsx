import { groups, type Catalogue, type GroupKey } from "#lib/domain/listing/groups.ts";
import { offered } from "#lib/domain/listing/offered.ts";
import { defaultSort, unfiltered, type ListingQuery } from "#lib/domain/listing/query.ts";
import type { Unread } from "#lib/domain/listing/read.ts";
import { listingPath } from "#lib/domain/listing/write.ts";
import { paths } from "#lib/http/paths.ts";
import { CouncilsLike } from "./councils-like.tsx";
import { FilterGroup } from "./filter-group.tsx";
import { Folded } from "./folded.tsx";
import { Months } from "./months.tsx";
import { TopicTree } from "./topic-tree.tsx";

interface Props {
  query: ListingQuery;
  catalogue: Catalogue;
  counts: Record<GroupKey, ReadonlyMap<string, number>>;
  unread: Unread;
}

export const filterForm = "filters";

/** Groups whose options stand behind a heading that opens. Those with a page of their own can have too many to list. */
const folded: readonly { key: GroupKey; all?: { path: string; text: string } }[] = [
  { key: "outcome" },
  { key: "region" },
  { key: "type" },
  { key: "council", all: { path: paths.councils, text: "Choose from all councils" } },
  { key: "collection", all: { path: paths.collections, text: "Choose from all collections" } },
  { key: "cost" },
  { key: "evidence" },
];

const named = (group: GroupKey) => groups.find(({ key }) => key === group) ?? groups[0];

/** Every filter of the listing, as one form that works by itself. */
export function Filters({ query, catalogue, counts, unread }: Props) {
  const chosen = groups.reduce((sum, { key }) => sum + query[key].length, 0);
  const inForce = chosen + (query.like ? 1 : 0) + (query.from ? 1 : 0) + (query.to ? 1 : 0);
  return (
    <form
      id={filterForm}
      action={listingPath}
      method="get"
      className="no-print"
      aria-label="Filters"
      // A browser that fills in again what was ticked before would show filters that are not in force.
      autoComplete="off"
    >
      <details className="filters" open={Object.keys(unread).length > 0}>
        <summary>{inForce ? `Filters (${inForce})` : "Filters"}</summary>
        <div className="mt-6 flex flex-col gap-8 desktop:mt-0">
          <fieldset className="ruled">
            <legend className="float-left mb-2 w-full font-bold">{named("topic").legend}</legend>
            <TopicTree terms={catalogue.topic} chosen={query.topic} counts={counts.topic} />
          </fieldset>
          <fieldset className="ruled">
            <legend className="float-left mb-2 w-full font-bold">{named("support").legend}</legend>
            <FilterGroup group="support" terms={catalogue.support} chosen={query.support} counts={counts.support} />
          </fieldset>
          <div>
            {folded.map(({ key, all }) => (
              <Folded key={key} label={named(key).label} legend={named(key).legend} open={query[key].length > 0}>
                <FilterGroup
                  group={key}
                  terms={all ? offered(catalogue[key], query[key], counts[key]) : catalogue[key]}
                  chosen={query[key]}
                  counts={counts[key]}
                />
                {all && (
                  <a href={all.path} className="quiet-link inline-block py-1 text-small">
                    {all.text}
                  </a>
                )}
              </Folded>
            ))}
            <CouncilsLike query={query} councils={catalogue.council} unread={unread.like} />
            <Months from={query.from} to={query.to} unread={unread} />
          </div>
          {query.sort !== defaultSort(query) && <input type="hidden" name="sort" value={query.sort} />}
          <div className="apply flex flex-wrap items-center gap-x-5 gap-y-2 border-t border-line bg-paper py-3">
            <button type="submit" className="button">
              Apply filters
            </button>
            {inForce > 0 && <a href={paths.listing(unfiltered(query))}>Clear filters</a>}
          </div>
        </div>
      </details>
    </form>
  );
}
