import { db } from "#lib/data/db.ts";
import { projectAgain } from "./project-again.ts";

/**
 * Gives every row of the listing the words it is found by, where it comes from a database that was older than the search.
 * Broken off, it goes on with what is left.
 *
 * @returns how many had none
 */
export async function completeListing(): Promise<number> {
  const incomplete = await db.listing.findMany({ where: { text: null }, select: { caseStudyId: true } });
  await projectAgain(incomplete.map(({ caseStudyId }) => caseStudyId));
  return incomplete.length;
}
