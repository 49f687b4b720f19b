import { ancestorsOf, groups, type Catalogue, type GroupKey } from "./groups.ts";
import { canSort, defaultSort, without, type ListingQuery } from "./query.ts";

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
  if (query.like) {
    const rest = { ...query, like: null, page: 1 };
    const sort = canSort(query.sort, rest) ? query.sort : defaultSort(rest);
    chips.push({ name: `Councils like ${named("council", query.like)}`, rest: { ...rest, sort } });
  }
  if (query.from) chips.push({ name: `From ${monthNamed(query.from)}`, rest: { ...query, from: null, page: 1 } });
  if (query.to) chips.push({ name: `To ${monthNamed(query.to)}`, rest: { ...query, to: null, page: 1 } });
  return chips;
}

const month = new Intl.DateTimeFormat("en-GB", { month: "long", year: "numeric", timeZone: "Europe/London" });

/** "February 2024" from "2024-02". A date is read as one thing, so no line ends within it. */
const monthNamed = (yearAndMonth: string) =>
  month.format(new Date(`${yearAndMonth}-15T12:00:00Z`)).replaceAll(" ", "\u00a0");
