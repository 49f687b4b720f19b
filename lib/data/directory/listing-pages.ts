import { Prisma } from "#prisma/client/client.ts";
import type { Position } from "#lib/domain/listing/position.ts";
import type { ListingQuery, Sort } from "#lib/domain/listing/query.ts";
import { db } from "#lib/data/db.ts";
import { hits, matching, orders } from "#lib/data/search/matched.ts";
import { searchIds } from "#lib/data/search/search.ts";
import { countTotal, listCardsById, type Card } from "./listings.ts";

export interface ListingPage {
  cards: Card[];
  /** How many there are on all pages together. */
  total: number;
  /** Where the next page begins; null after the last. */
  next: Position | null;
}

/** An order that rows have by themselves, so that a list can be gone on with behind any of them. */
interface RowOrder {
  key: Prisma.Sql;
  behind: (key: string, id: string) => Prisma.Sql;
}

// To the microsecond, which a date in JavaScript does not have.
const date = Prisma.sql`to_char("publishedAt" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;

const rowOrders: Partial<Record<Sort, RowOrder>> = {
  newest: {
    key: date,
    behind: (key, id) =>
      Prisma.sql`("publishedAt" < ${key}::timestamptz or ("publishedAt" = ${key}::timestamptz and "caseStudyId" > ${id}::uuid))`,
  },
  oldest: {
    key: date,
    behind: (key, id) => Prisma.sql`("publishedAt", "caseStudyId") > (${key}::timestamptz, ${id}::uuid)`,
  },
  title: {
    key: Prisma.sql`"titleSort"`,
    behind: (key, id) => Prisma.sql`("titleSort" collate "C", "caseStudyId") > (${key} collate "C", ${id}::uuid)`,
  },
};

/**
 * The cards that follow a position, in the query's order; its page does not count. By date and by title, whoever goes on
 * to the end sees everything that was there all the while exactly once. Any other order is counted through by places.
 */
export async function listAfter(query: ListingQuery, from: Position | null, size: number): Promise<ListingPage> {
  const order = rowOrders[query.sort];
  const [total, page] = await Promise.all([
    countTotal(query),
    order ? listBehind(order, query, from, size) : listFrom(query, from, size),
  ]);
  return { total, ...page };
}

async function listBehind({ key, behind }: RowOrder, query: ListingQuery, from: Position | null, size: number) {
  const rest = from && "after" in from ? behind(...from.after) : Prisma.sql`true`;
  const { matched } = await matching(query);
  const rows = await db.$queryRaw<{ key: string; id: string }[]>`
    with ${matched} select ${key} as "key", "caseStudyId"::text as "id" from matched
     where ${hits(query)} and ${rest} order by ${orders[query.sort]} limit ${size + 1}`;
  const shown = rows.slice(0, size);
  const last = rows.length > size ? shown.at(-1) : undefined;
  const next: Position | null = last ? { after: [last.key, last.id] } : null;
  return { cards: await listCardsById(shown.map(({ id }) => id)), next };
}

/** Places are those of whole pages: a list goes on in the size it was begun with. */
async function listFrom(query: ListingQuery, from: Position | null, size: number) {
  const place = from && "place" in from ? from.place : 0;
  const ids = await searchIds({ ...query, page: place / size + 1 }, size);
  const next: Position | null = ids.length === size ? { place: place + size } : null;
  return { cards: await listCardsById(ids), next };
}
