import { db } from "#lib/data/db.ts";
import { ask } from "#lib/data/search/search.ts";
import type { ListingQuery } from "#lib/domain/listing/query.ts";

/** Everything a query returns, as of one moment. It can be the whole directory, so it holds numbers and no cards. */
export interface WholeList {
  /** Numbers of the case studies, in the query's order. */
  numbers: number[];
  /** How many of them were first published in each month, newest month first. */
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
  const rows = await db.listing.findMany({
    where: { number: { in: [...numbers] } },
    select: { number: true, slug: true },
  });
  const slugs = new Map(rows.map(({ number, slug }) => [number, slug]));
  return numbers.flatMap((number) => slugs.get(number) ?? []);
}
