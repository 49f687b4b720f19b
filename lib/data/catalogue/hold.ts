import type { Queries } from "#lib/data/db.ts";

const lock = 72707373;

/**
 * Keeps the lists as they are until the transaction ends, for whoever writes down what they say of a case study. Whoever
 * changes a list waits for that, and afterwards writes it anew.
 */
export async function keepCatalogue(tx: Queries): Promise<void> {
  await tx.$executeRaw`select pg_advisory_xact_lock_shared(${lock})`;
}

/**
 * Holds the lists for a change until the transaction ends. Case studies are locked before this, never after: those who publish
 * one hold it first as well.
 */
export async function holdCatalogue(tx: Queries): Promise<void> {
  await tx.$executeRaw`select pg_advisory_xact_lock(${lock})`;
}
