import { Prisma } from "#prisma/client/client.ts";
import type { Position } from "#lib/domain/listing/position.ts";
import type { ListingQuery, Sort } from "#lib/domain/listing/query.ts";
import { db } from "#lib/data/db.ts";
import { countBefore } from "#lib/data/listing/pages.ts";
import { getState, isSame } from "#lib/data/generation.ts";
import { rowOrders } from "#lib/data/listing/rows.ts";
import { ask } from "#lib/data/search/search.ts";
import { listCardsByNumber, type Card } from "./listings.ts";

export interface ListingPage {
  cards: Card[];
  /** How many there are on all pages together. */
  total: number;
  /** Where the next page begins; null after the last. */
  next: Position | null;
}

/** An order that rows have by themselves, so that a list can be gone on with behind any of them. */
interface RowOrder {
  order: Prisma.Sql;
  key: Prisma.Sql;
  behind: (key: string, id: string) => Prisma.Sql;
}

// To the microsecond, which a date in JavaScript does not have.
const date = Prisma.sql`to_char("publishedAt" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;

const cursors: Partial<Record<Sort, RowOrder>> = {
  newest: {
    order: rowOrders.newest,
    key: date,
    behind: (key, id) =>
      Prisma.sql`"publishedAt" <= ${key}::timestamptz and ("publishedAt" < ${key}::timestamptz or "caseStudyId" > ${id}::uuid)`,
  },
  oldest: {
    order: Prisma.sql`"publishedAt", "caseStudyId" desc`,
    key: date,
    behind: (key, id) =>
      Prisma.sql`"publishedAt" >= ${key}::timestamptz and ("publishedAt" > ${key}::timestamptz or "caseStudyId" < ${id}::uuid)`,
  },
  title: {
    order: rowOrders.title,
    key: Prisma.sql`"titleSort"`,
    behind: (key, id) => Prisma.sql`("titleSort", "caseStudyId") > (${key} collate "C", ${id}::uuid)`,
  },
};

/**
 * The cards that follow a position, in the query's order; its page does not count. By date and by title, whoever goes on
 * to the end sees everything that was there all the while exactly once. Any other order is counted through by places.
 */
export async function listAfter(query: ListingQuery, from: Position | null, size: number): Promise<ListingPage> {
  const order = cursors[query.sort];
  const { total, numbers, next } = order
    ? await listBehind(order, query, from, size)
    : await listFrom(query, from, size);
  return { total, cards: await listCardsByNumber(numbers), next };
}

interface Part {
  total: number;
  numbers: number[];
  next: Position | null;
}

/** Places are those of whole pages: a list goes on in the size it was begun with. */
async function listFrom(query: ListingQuery, from: Position | null, size: number): Promise<Part> {
  const place = from && "place" in from ? from.place : 0;
  const { matched, part } = await ask(query);
  const numbers = part({ from: place, size: size + 1 });
  const next = numbers.length > size ? { place: place + size } : null;
  return { total: matched.size, numbers: numbers.slice(0, size), next };
}

const mostTries = 5;

/**
 * What stands behind a row, whether that is still there or not. The row after it, the list and the place of the next part have to be
 * of one state: if a title changed in between, whole stretches would be passed over.
 *
 * @throws Error when it changes all the time
 */
async function listBehind(order: RowOrder, query: ListingQuery, from: Position | null, size: number): Promise<Part> {
  for (let tries = 0; tries < mostTries; tries += 1) {
    const before = await getState();
    const following = from && "after" in from ? await listFollowing(order, from.after) : null;
    const { listing, state, matched, part } = await ask(query, before);
    const first = following?.find((number) => listing.all.numbers.has(number));
    const start = !following ? 0 : first ? countBefore(listing, query.sort, matched, first) : matched.size;
    const numbers = part({ from: start, size: size + 1 });
    const shown = numbers.slice(0, size);
    const next = numbers.length > size ? await positionOf(order, shown) : null;
    const after = await getState();
    if (isSame(before, state) && isSame(state, after)) return { total: matched.size, numbers: shown, next };
  }
  throw new Error("The list changes more quickly than it can be read");
}

/** More than ever are in the table and not in memory. */
const mostUnknown = 20;

/** The first of all rows behind a position. */
async function listFollowing({ order, behind }: RowOrder, [key, id]: readonly [string, string]): Promise<number[]> {
  const rows = await db.$queryRaw<{ number: number }[]>`
    select "number" from "Listing" where ${behind(key, id)} order by ${order} limit ${mostUnknown}`;
  return rows.map(({ number }) => number);
}

/** The position behind the last of some rows. */
async function positionOf({ key }: RowOrder, numbers: readonly number[]): Promise<Position | null> {
  const [last] = await db.$queryRaw<{ key: string; id: string }[]>`
    select ${key} as "key", "caseStudyId"::text as "id" from "Listing" where "number" = ${numbers.at(-1)}`;
  return last ? { after: [last.key, last.id] } : null;
}
