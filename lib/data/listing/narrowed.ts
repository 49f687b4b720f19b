import { groupKeys, type GroupKey } from "#lib/domain/listing/groups.ts";
import type { ListingQuery } from "#lib/domain/listing/query.ts";
import { countCommon, unionOf, type Listing, type Numbers, type Counted } from "./listing.ts";

/** What else narrows a listing besides its groups and months. */
export interface Narrowing {
  /** What words find; null for everything. */
  hits: Numbers | null;
  /** Slugs of the councils that are meant; null for all. */
  councils: readonly string[] | null;
}

/** For each group, how many case studies the query would return with that option alone in the group, whatever is chosen there. */
export type Counts = Record<GroupKey, Map<string, number>>;

/** What a query leaves of the listing. */
export interface Narrowed {
  matched: Counted;
  counts(): Counts;
}

/** What a query returns of the listing, and what it would return with other choices. */
export function narrowed(listing: Listing, query: ListingQuery, { hits, councils }: Narrowing): Narrowed {
  const chosenGroups = groupKeys.filter((key) => query[key].length > 0);
  const chosen = new Map(chosenGroups.map((key) => [key, unionOf(listing.options[key], query[key])]));
  const rest = [
    ...(hits ? [hits] : []),
    ...(councils ? [unionOf(listing.options.council, councils)] : []),
    ...(query.from || query.to ? [unionOf(listing.options.month, monthsOf(listing, query))] : []),
  ];
  const but = (group: GroupKey | null) =>
    intersectionOf(listing.all, [...rest, ...[...chosen].flatMap(([key, numbers]) => (key === group ? [] : numbers))]);
  const matched = but(null);

  const countsOf = (key: GroupKey) => {
    const others = chosen.has(key) ? but(key) : matched;
    const counted = [...listing.options[key]].map(
      ([slug, option]) => [slug, countIn(others, option, listing)] as const,
    );
    return new Map(counted.filter(([, count]) => count > 0));
  };
  return {
    matched,
    counts: () => Object.fromEntries(groupKeys.map((key) => [key, countsOf(key)])) as Counts,
  };
}

const countIn = (others: Counted, option: Counted, { all }: Listing) =>
  others === all ? option.size : countCommon(others, option);

function intersectionOf(all: Counted, sets: readonly Numbers[]): Counted {
  if (!sets.length) return all;
  const numbers = sets.reduce((one, two) => one.new_intersection(two), all.numbers);
  return { numbers, size: numbers.size() };
}

/** Months are compared as they are written, "YYYY-MM". */
const monthsOf = ({ options }: Listing, { from, to }: ListingQuery) =>
  [...options.month.keys()].filter((month) => (!from || month >= from) && (!to || month <= to));
