import { monthInWords } from "../calendar/written-month.ts";
import { ancestorsOf, groups, type Catalogue, type GroupKey } from "./groups.ts";
import { canSort, defaultSort, hasFilters, without, type ListingQuery } from "./query.ts";

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
  if (query.like) chips.push({ name: `Councils like ${named("council", query.like)}`, rest: withoutLike(query) });
  if (query.from) chips.push({ name: `From ${monthNamed(query.from)}`, rest: { ...query, from: null, page: 1 } });
  if (query.to) chips.push({ name: `To ${monthNamed(query.to)}`, rest: { ...query, to: null, page: 1 } });
  return chips;
}

/** Without a council to be like, in an order that still makes sense. */
function withoutLike(query: ListingQuery): ListingQuery {
  const rest = { ...query, like: null, page: 1 };
  return { ...rest, sort: canSort(query.sort, rest) ? query.sort : defaultSort(rest) };
}

/** What can be let go of as a whole: a group's choices, likeness, the months. */
interface Kind {
  name: string;
  /** How many filters of it are in force. */
  filters: number;
  drop: (query: ListingQuery) => ListingQuery;
}

// Every pair is counted in the database.
const mostKinds = 6;

/**
 * Larger steps back than a chip, for where each filter alone would keep everything away: without all filters of one kind,
 * and of any two. What would leave the whole directory is none of them.
 */
export function stepsBack(query: ListingQuery): Chip[] {
  const inForce = kindsOf(query).slice(0, mostKinds);
  const several = inForce.filter(({ filters }) => filters > 1).map((kind) => [kind]);
  const pairs = inForce.flatMap((one, index) => inForce.slice(index + 1).map((other) => [one, other]));
  return [...several, ...pairs]
    .map((kinds) => ({
      name: `without filters by ${kinds.map(({ name }) => name).join(" and ")}`,
      rest: kinds.reduce((rest, { drop }) => drop(rest), query),
    }))
    .filter(({ rest }) => rest.q || hasFilters(rest));
}

function kindsOf(query: ListingQuery): Kind[] {
  const kinds: Kind[] = groups.map(({ key, label }) => ({
    name: label.toLowerCase(),
    filters: query[key].length,
    drop: (from) => ({ ...from, [key]: [], page: 1 }),
  }));
  const months = [query.from, query.to].filter(Boolean).length;
  kinds.push({ name: "likeness", filters: query.like ? 1 : 0, drop: withoutLike });
  kinds.push({ name: "month", filters: months, drop: (from) => ({ ...from, from: null, to: null, page: 1 }) });
  return kinds.filter(({ filters }) => filters > 0);
}

/** "February 2024" from "2024-02". A date is read as one thing, so no line ends within it. */
const monthNamed = (yearAndMonth: string) => monthInWords(yearAndMonth).replaceAll(" ", "\u00a0");
