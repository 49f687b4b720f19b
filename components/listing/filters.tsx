import { groups, type Catalogue, type GroupKey, type Term } from "#lib/domain/listing/groups.ts";
import { defaultSort, type ListingQuery } from "#lib/domain/listing/query.ts";
import { listingPath } from "#lib/domain/listing/write.ts";
import { paths } from "#lib/http/paths.ts";
import { FilterGroup } from "./filter-group.tsx";
import { TopicTree } from "./topic-tree.tsx";

interface Props {
  query: ListingQuery;
  catalogue: Catalogue;
  counts: Record<GroupKey, ReadonlyMap<string, number>>;
}

export const filterForm = "filters";

/** Groups whose options stand behind a heading that opens. */
const folded = ["outcome", "region", "type", "cost", "evidence"] as const satisfies GroupKey[];
/** Groups with too many options to list; what is chosen travels along. */
const carried = ["council", "collection"] as const satisfies GroupKey[];

const named = (group: GroupKey) => groups.find(({ key }) => key === group) ?? groups[0];

/** Every filter of the listing, as one form that works by itself. */
export function Filters({ query, catalogue, counts }: Props) {
  const chosen = groups.reduce((sum, { key }) => sum + query[key].length, 0);
  const inForce = chosen + (query.from ? 1 : 0) + (query.to ? 1 : 0);
  return (
    <form id={filterForm} action={listingPath} method="get" className="no-print" aria-label="Filters">
      <details className="filters">
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
          {folded.map((key) => (
            <Folded key={key} group={key} terms={catalogue[key]} chosen={query[key]} counts={counts[key]} />
          ))}
          <Carried query={query} />
          <div className="apply flex flex-wrap items-center gap-x-5 gap-y-2 border-t border-line bg-paper py-3">
            <button type="submit" className="button">
              Apply filters
            </button>
            {inForce > 0 && <a href={paths.listing({ q: query.q, sort: query.sort })}>Clear filters</a>}
          </div>
        </div>
      </details>
    </form>
  );
}

interface FoldedProps {
  group: GroupKey;
  terms: readonly Term[];
  chosen: readonly string[];
  counts: ReadonlyMap<string, number>;
}

function Folded({ group, terms, chosen, counts }: FoldedProps) {
  const { label, legend } = named(group);
  return (
    <details className="ruled" open={chosen.length > 0}>
      <summary className="py-1 font-bold">{label}</summary>
      <fieldset className="mt-2">
        <legend className="sr-only">{legend}</legend>
        <FilterGroup group={group} terms={terms} chosen={chosen} counts={counts} />
      </fieldset>
    </details>
  );
}

/** What the form does not show but must not lose. */
function Carried({ query }: { query: ListingQuery }) {
  const hidden = [
    ...carried.flatMap((key) => query[key].map((slug) => [key, slug] as const)),
    ["from", query.from] as const,
    ["to", query.to] as const,
    ["sort", query.sort === defaultSort(query.q) ? null : query.sort] as const,
  ];
  return hidden.map(
    ([name, value]) => value && <input key={`${name}-${value}`} type="hidden" name={name} value={value} />,
  );
}
