import type { Queries } from "#lib/data/db.ts";
import { holdCatalogue } from "#lib/data/catalogue/hold.ts";
import { publicly } from "#lib/data/generation.ts";
import { lockCaseStudies } from "#lib/data/versions.ts";

const timeout = 300_000;
const mostTries = 5;

/** Ends a transaction that found more to write than it had locked. */
class MoreToLock extends Error {}

/**
 * Holds the case studies that a change of a list concerns, then the lists, as everybody who publishes does, and reads again
 * what it comes to: what was published in between is part of it, or the transaction begins anew.
 *
 * @param plan reads what the change comes to; asked before and after
 * @throws MoreToLock for `publiclyHeld`, which tries again
 */
export async function holdLists<Plan extends { caseStudyIds: readonly string[] }>(
  tx: Queries,
  plan: () => Promise<Plan>,
): Promise<Plan> {
  const { caseStudyIds } = await plan();
  await lockCaseStudies(tx, caseStudyIds);
  await holdCatalogue(tx);
  const held = await plan();
  const locked = new Set(caseStudyIds);
  if (held.caseStudyIds.some((id) => !locked.has(id))) throw new MoreToLock();
  return held;
}

/** Runs a transaction that changes a list, again where it found more to write than it had locked. */
export async function publiclyHeld<Value>(work: (tx: Queries) => Promise<Value>): Promise<Value> {
  for (let tries = 1; ; tries++)
    try {
      return await publicly(work, { timeout });
    } catch (error) {
      if (!(error instanceof MoreToLock) || tries === mostTries) throw error;
    }
}
