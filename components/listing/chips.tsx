import { monthNamed } from "#components/ui/words.ts";
import { ancestorsOf, groups, type Catalogue, type GroupKey } from "#lib/domain/listing/groups.ts";
import { without, type ListingQuery } from "#lib/domain/listing/query.ts";
import { paths } from "#lib/http/paths.ts";

export interface Chip {
  /** What is chosen, in words. */
  name: string;
  /** The query without it. */
  rest: ListingQuery;
}

/** Groups whose choices say too little alone: "Unitary", "Comparison". */
const saidWithGroup: readonly GroupKey[] = ["type", "outcome", "cost", "evidence"];
/** Kinds of council hold names, such as London's; the other choices begin small after a colon. */
const startsSmall = (key: GroupKey, name: string) => (key === "type" ? name : name[0]?.toLowerCase() + name.slice(1));

/** What is in force, one chip for each filter. A narrower topic says which broader one it stands in. */
export function chipsOf(query: ListingQuery, catalogue: Catalogue): Chip[] {
  const named = (key: GroupKey, slug: string) => catalogue[key].find((term) => term.slug === slug)?.name ?? slug;
  const chips = groups.flatMap(({ key, label }) =>
    query[key].map((slug) => {
      const [parent] = ancestorsOf(catalogue[key], slug);
      const name = saidWithGroup.includes(key) ? `${label}: ${startsSmall(key, named(key, slug))}` : named(key, slug);
      return {
        name: parent ? `${name}, in ${named(key, parent)}` : name,
        rest: without(query, key, slug),
      };
    }),
  );
  if (query.from) chips.push({ name: `From ${monthNamed(query.from)}`, rest: { ...query, from: null, page: 1 } });
  if (query.to) chips.push({ name: `To ${monthNamed(query.to)}`, rest: { ...query, to: null, page: 1 } });
  return chips;
}

/** Each chip takes its filter away. On paper they are a sentence. */
export function Chips({ chips }: { chips: readonly Chip[] }) {
  if (!chips.length) return null;
  return (
    <ul aria-label="Filters in force" className="chips">
      {chips.map(({ name, rest }) => (
        <li key={name}>
          <a href={paths.listing(rest)} className="chip">
            <span className="sr-only">Remove filter: </span>
            {name}
          </a>
        </li>
      ))}
    </ul>
  );
}
