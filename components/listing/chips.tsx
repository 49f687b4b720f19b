import { monthNamed } from "#components/ui/words.ts";
import { ancestorsOf, groups, type Catalogue } from "#lib/domain/listing/groups.ts";
import { without, type ListingQuery } from "#lib/domain/listing/query.ts";
import { paths } from "#lib/http/paths.ts";

export interface Chip {
  /** What is chosen, in words. */
  name: string;
  /** The query without it. */
  rest: ListingQuery;
}

/** What is in force, one chip for each filter. A narrower topic says which broader one it stands in. */
export function chipsOf(query: ListingQuery, catalogue: Catalogue): Chip[] {
  const named = (key: (typeof groups)[number]["key"], slug: string) =>
    catalogue[key].find((term) => term.slug === slug)?.name ?? slug;
  const chips = groups.flatMap(({ key }) =>
    query[key].map((slug) => {
      const [parent] = ancestorsOf(catalogue[key], slug);
      return {
        name: parent ? `${named(key, slug)}, in ${named(key, parent)}` : named(key, slug),
        rest: without(query, key, slug),
      };
    }),
  );
  if (query.from) chips.push({ name: `From ${monthNamed(query.from)}`, rest: { ...query, from: null, page: 1 } });
  if (query.to) chips.push({ name: `To ${monthNamed(query.to)}`, rest: { ...query, to: null, page: 1 } });
  return chips;
}

/** Each chip takes its filter away. */
export function Chips({ chips }: { chips: readonly Chip[] }) {
  if (!chips.length) return null;
  return (
    <ul aria-label="Filters in force" className="no-print flex flex-wrap gap-2 pt-4">
      {chips.map(({ name, rest }) => (
        <li key={name}>
          <a href={paths.listing(rest)} className="chip">
            <span className="sr-only">Remove filter: </span>
            {name}
            <i aria-hidden="true">×</i>
          </a>
        </li>
      ))}
    </ul>
  );
}
