import { listOwedProjections, listWithoutPartners } from "#lib/data/catalogue/owed-projections.ts";
import { db } from "#lib/data/db.ts";
import { projectAgain } from "./project-again.ts";

/**
 * Writes the rows of the listing that do not say what they should: those without the words they are found by, from a database
 * that was older than the search, and those that a change of the catalogue was to be followed by when something ended it.
 * Broken off, it goes on with what is left.
 *
 * @param afterStart whether to look as well for rows that an older site has written, which reads every row there is
 * @returns how many there were
 */
export async function completeListing({ afterStart = false } = {}): Promise<number> {
  const incomplete = await db.listing.findMany({ where: { text: null }, select: { caseStudyId: true } });
  const owed = await listOwedProjections();
  const older = afterStart ? await listWithoutPartners() : [];
  const all = [...new Set([...incomplete.map(({ caseStudyId }) => caseStudyId), ...owed, ...older])];
  await projectAgain(all);
  return all.length;
}
