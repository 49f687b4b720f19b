import { Prisma } from "#prisma/client/client.ts";
import type { Position } from "#lib/domain/listing/position.ts";
import type { ListingQuery, Sort } from "#lib/domain/listing/query.ts";
import { db } from "#lib/data/db.ts";
import { countBefore } from "#lib/data/listing/pages.ts";
import { rowOrders } from "#lib/data/listing/rows.ts";
import { ask, type Answer } from "#lib/data/search/search.ts";
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

const orders: Partial<Record<Sort, RowOrder>> = {
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
  const order = orders[query.sort];
  const { answer, place } = order ? await findBehind(order, query, from) : await findPlace(query, from);
  const numbers = answer.part({ from: place, size: size + 1 });
  const shown = numbers.slice(0, size);
  const next = order ? positionOf(order, shown, from) : { place: place + size };
  return {
    total: answer.matched.size,
    cards: await listCardsByNumber(shown),
    next: numbers.length > size ? await next : null,
  };
}

/** Where a list goes on that is counted through. Places are those of whole pages: it goes on in the size it was begun with. */
async function findPlace(query: ListingQuery, from: Position | null) {
  return { answer: await ask(query), place: from && "place" in from ? from.place : 0 };
}

/** Where a list goes on behind a row, whether that is still there or not: at the first of all rows that come after it. */
async function findBehind({ order, behind }: RowOrder, query: ListingQuery, from: Position | null) {
  if (!from || !("after" in from)) return { answer: await ask(query), place: 0 };
  for (;;) {
    const [row] = await db.$queryRaw<{ number: number }[]>`
      select "number" from "Listing" where ${behind(...from.after)} order by ${order} limit 1`;
    const answer = await ask(query);
    if (!row) return { answer, place: answer.matched.size };
    // Unless it was taken out in this very moment.
    if (answer.listing.all.numbers.has(row.number)) return { answer, place: placeIn(answer, query, row.number) };
  }
}

const placeIn = ({ listing, matched }: Answer, { sort }: ListingQuery, number: number) =>
  countBefore(listing, sort, matched, number);

/** The position behind the last of some rows, or of those that are still there. */
async function positionOf({ key }: RowOrder, numbers: number[], from: Position | null): Promise<Position | null> {
  const rows = await db.$queryRaw<{ number: number; key: string; id: string }[]>`
    select "number", ${key} as "key", "caseStudyId"::text as "id" from "Listing" where "number" = any(${numbers}::int[])`;
  const last = rows.toSorted((a, b) => numbers.indexOf(a.number) - numbers.indexOf(b.number)).at(-1);
  return last ? { after: [last.key, last.id] } : from;
}
