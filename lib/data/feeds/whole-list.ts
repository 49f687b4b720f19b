import { listCardsByNumber } from "#lib/data/directory/listings.ts";
import { ask } from "#lib/data/search/search.ts";
import type { ListingQuery } from "#lib/domain/listing/query.ts";

/** Everything a query returns, as of one moment: a list can be everything there is, so it has no more than it is cut by. */
export interface WholeList {
  /** Numbers of the case studies, in the query's order. */
  numbers: number[];
  /** In how many of them readers first saw in which month, newest first. */
  months: { month: string; count: number }[];
}

/** Everything a query returns, whatever page it names. */
export async function readWholeList(query: ListingQuery): Promise<WholeList> {
  const { listing, matched, part } = await ask(query);
  const months = [...listing.options.month].map(([month, { numbers }]) => {
    return { month, count: numbers.intersection_size(matched.numbers) };
  });
  return {
    numbers: part({ from: 0, size: matched.size }),
    months: months.filter(({ count }) => count > 0).toSorted((a, b) => (a.month < b.month ? 1 : -1)),
  };
}

/** The slugs of some numbers, in their order. What has been taken out since is left out. */
export async function listSlugs(numbers: readonly number[]): Promise<string[]> {
  const cards = await listCardsByNumber(numbers);
  return cards.map(({ slug }) => slug);
}
