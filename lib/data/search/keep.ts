import { db, type Queries } from "#lib/data/db.ts";
import { publicly, raiseGeneration } from "#lib/data/generation.ts";

/*
 * Triggers keep the search in step with what is published whenever a transaction commits, so nothing has to call these to
 * publish something. They are for putting right what no trigger saw, such as a table restored without the others.
 */

/** Brings what the search holds of one case study into step with what is published of it. */
export async function refresh(caseStudyId: string): Promise<void> {
  await db.$executeRaw`select search.refresh("number") from "Listing" where "caseStudyId" = ${caseStudyId}::uuid`;
  await forgetPast();
}

/** Makes everything the search holds anew from what is published. */
export async function rebuild(): Promise<void> {
  await db.$transaction(async (tx) => {
    await unhurried(tx);
    await tx.$executeRaw`select search.rebuild()`;
  }, patience);
  await forgetPast();
}

/**
 * Has every process read the listing anew, since nothing may have noted what was wrong. In a transaction of its own: whoever
 * publishes holds the generation when they come to the search, so nobody may hold the search and wait for the generation.
 */
async function forgetPast(): Promise<void> {
  await publicly(async (tx) => {
    await raiseGeneration(tx);
    await tx.$executeRaw`select search.forget_past()`;
  });
}

/** What the search holds that is not as published, or the other way about: nothing, unless something went wrong. */
export async function listDrift(): Promise<{ what: string; rows: number }[]> {
  return db.$transaction(async (tx) => {
    await unhurried(tx);
    return tx.$queryRaw`select what, rows from search.drift where rows <> 0`;
  }, patience);
}

/** Over a large directory these take longer than any statement of a page may. */
const unhurried = (tx: Queries) => tx.$executeRaw`set local statement_timeout = 0`;
const patience = { timeout: 3_600_000 };
