import { cache } from "react";
import { Prisma } from "#prisma/client/client.ts";
import { db, plannedOnce, unhurriedly, type Queries } from "#lib/data/db.ts";
import { replicaHere } from "#lib/data/replicas/scope.ts";
import { here } from "#lib/ops/here.ts";
import { emptyListing, facets, type Facet, type Listing, type Row } from "./listing.ts";
import { orderOf } from "./orders.ts";
import { packed, setOf, unpack } from "./packed.ts";

/** A state of the database: two that ever differ have another number or another stamp. */
export interface Generation {
  number: bigint;
  stamp: string | null;
}

export const isSame = (one: Generation | undefined, two: Generation): boolean =>
  one?.number === two.number && one.stamp === two.stamp;

/** What makes one state of the listing out of an earlier one. */
export interface Changes {
  /** The states since the earlier one, which is the first. */
  generations: Generation[];
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

/** The state that the database is in. */
export async function getState(tx: Queries = db): Promise<Generation> {
  const [state] = await tx.$queryRaw<Generation[]>`
    select g."number", noted.stamp::text from "Generation" g left join search.generation noted using (number) where g."id" = 1
    ${plannedOnce}`;
  if (!state) throw new Error("The database has no generation");
  return state;
}

/**
 * The same, asked for once while one page is made: what is read for it is then of that state or a later one. For pages of which it is
 * known that the same generation is current, it is asked for once; anywhere else each time, so that nobody misses what they have just
 * changed.
 */
export const getStateOnce = cache(() => {
  const generation = here()?.generation;
  // Another replica may be behind the state that was found on one.
  return generation === undefined || replicaHere() !== null ? getState() : getStateOf(generation);
});

let found: { generation: bigint; state: Generation } | null = null;

/** The state that the database was found in first since a generation was named: that one, or a later one. */
async function getStateOf(generation: bigint): Promise<Generation> {
  if (found?.generation === generation) return found.state;
  const state = await getState();
  found = { generation, state };
  return state;
}

/** Everything that is published, as of one state. */
export function readWhole(): Promise<{ state: Generation; listing: Listing }> {
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
export function readChanges(since: Generation): Promise<Changes | null> {
  return atOneMoment(db, async (tx) => {
    const noted = await tx.$queryRaw<(Generation & { changed: number[] })[]>`
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
