import { Prisma } from "#prisma/client/client.ts";
import { db, unhurriedly, type Queries } from "#lib/data/db.ts";
import { getState, isSame, type State } from "#lib/data/generation.ts";
import { emptyListing, facets, type Facet, type Listing, type Row } from "./listing.ts";
import { orderOf } from "./orders.ts";
import { packed, setOf, unpack } from "./packed.ts";

/** What makes one state of the listing out of an earlier one. */
export interface Changes {
  /** The states since the earlier one, which is the first. */
  generations: State[];
  changed: number[];
  rows: Row[];
}

/** Beyond this, reading everything is quicker than reading what changed. */
const mostChanges = 5000;
/** As many as the database keeps, and one. */
const mostGenerations = 10_001;

const columns: Record<Facet, Prisma.Sql> = {
  topic: Prisma.sql`"topics"`,
  support: Prisma.sql`"support"`,
  collection: Prisma.sql`"collections"`,
  region: Prisma.sql`array_remove(array["region"], null)`,
  council: Prisma.sql`array_remove(array["councilSlug"], null)`,
  type: Prisma.sql`array_remove(array["councilType"], null)`,
  outcome: Prisma.sql`array_remove(array["outcome"], null)`,
  cost: Prisma.sql`array_remove(array["cost"], null)`,
  evidence: Prisma.sql`array_remove(array["evidence"], null)`,
  month: Prisma.sql`array["month"::text]`,
  template: Prisma.sql`array["template"]`,
};

/** The orders that rows have by themselves. Oldest first is newest first, read from its end. */
export const rowOrders = {
  newest: Prisma.sql`"publishedAt" desc, "caseStudyId"`,
  title: Prisma.sql`"titleSort", "caseStudyId"`,
};

/** Everything that is published, as of one state. */
export function readWhole(): Promise<{ state: State; listing: Listing }> {
  const work = async (tx: Queries) => {
    // Over a large directory this takes longer than a statement of a page may.
    await tx.$executeRaw`set local statement_timeout = '60s'`;
    const listing = emptyListing();
    for (const facet of facets) listing.options[facet] = await readOptions(tx, facet);
    listing.newest = await readOrder(tx, rowOrders.newest);
    listing.title = await readOrder(tx, rowOrders.title);
    listing.all = { numbers: setOf(listing.newest.numbers), size: listing.newest.numbers.length };
    return { state: await getState(tx), listing };
  };
  return unhurriedly((client) => atOneMoment(client, work));
}

async function readOptions(tx: Queries, facet: Facet) {
  const rows = await tx.$queryRaw<{ option: string; numbers: Uint8Array }[]>`
    select option, ${packed(Prisma.sql`"number"`)} as "numbers" from "Listing", unnest(${columns[facet]}) option group by option`;
  return new Map(
    rows.map(({ option, numbers }) => {
      const held = setOf(unpack(numbers));
      return [option, { numbers: held, size: held.size() }];
    }),
  );
}

async function readOrder(tx: Queries, order: Prisma.Sql) {
  const [row] = await tx.$queryRaw<{ numbers: Uint8Array }[]>`
    select ${packed(Prisma.sql`"number"`, Prisma.sql`order by ${order}`)} as "numbers" from "Listing"`;
  return orderOf(unpack(row?.numbers ?? new Uint8Array()));
}

/** What changed since an earlier state; null where the database has another past, or too much has changed. */
export function readChanges(since: State): Promise<Changes | null> {
  return atOneMoment(db, async (tx) => {
    const noted = await tx.$queryRaw<(State & { changed: number[] })[]>`
      select g.number, g.stamp::text, array(select c.number from search.listing_change c where c.transaction = g.transaction) as "changed"
        from search.generation g where g.number >= ${since.number} order by g.number limit ${mostGenerations}`;
    const [first, ...later] = noted;
    if (!first || !isSame(first, since) || !isSame(noted.at(-1), await getState(tx))) return null;
    const changed = [...new Set(later.flatMap((generation) => generation.changed))];
    if (changed.length > mostChanges) return null;
    return { generations: noted, changed, rows: await readRows(tx, changed) };
  });
}

async function readRows(tx: Queries, numbers: readonly number[]): Promise<Row[]> {
  if (!numbers.length) return [];
  const values = facets.map((facet) => Prisma.sql`${facet}::text, to_jsonb(${columns[facet]})`);
  return tx.$queryRaw`
    select "number", jsonb_build_object(${Prisma.join(values)}) as "values", jsonb_build_object(
        'newest', (select "number" from "Listing" other
                    where other."publishedAt" >= "Listing"."publishedAt"
                      and (other."publishedAt" > "Listing"."publishedAt" or other."caseStudyId" < "Listing"."caseStudyId")
                    order by other."publishedAt", other."caseStudyId" desc limit 1),
        'title', (select "number" from "Listing" other
                   where (other."titleSort", other."caseStudyId") < ("Listing"."titleSort", "Listing"."caseStudyId")
                   order by other."titleSort" desc, other."caseStudyId" desc limit 1)) as "after"
      from "Listing" where "number" = any(${[...numbers]}::int[])`;
}

const atOneMoment = <Value>(client: typeof db, work: (tx: Queries) => Promise<Value>): Promise<Value> =>
  client.$transaction(work, { isolationLevel: "RepeatableRead", timeout: 120_000 });
