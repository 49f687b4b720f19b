import type { Queries } from "#lib/data/db.ts";

/** A number that nothing else of ours locks. */
const lock = 20_261_128;

/**
 * Holds what everything is ordered by, until the transaction ends: editors change it one at a time, and nothing that is published
 * meanwhile is filed under what it was. Case studies are locked before this, never after: whoever publishes one holds it first.
 */
export async function holdCatalogue(tx: Queries): Promise<void> {
  await tx.$queryRaw`select pg_advisory_xact_lock(${lock}::bigint)::text`;
}

/** Waits for a change under way and keeps others away until the transaction ends; many may do so at once. */
export async function shareCatalogue(tx: Queries): Promise<void> {
  await tx.$queryRaw`select pg_advisory_xact_lock_shared(${lock}::bigint)::text`;
}
