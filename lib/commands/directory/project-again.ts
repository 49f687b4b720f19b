import { settleProjections } from "#lib/data/catalogue/owed-projections.ts";
import { projectCaseStudy } from "#lib/data/directory/projection.ts";
import { publicly, raiseGeneration } from "#lib/data/generation.ts";
import { lockCaseStudies } from "#lib/data/versions.ts";

const atOnce = 100;
const timeout = 60_000;

/**
 * Writes what the listing has of case studies anew, some at a time, as every time makes all pages anew. They are held, so that
 * nothing is decided about one between the reading and the writing: what is taken down in that moment would come back.
 */
export async function projectAgain(caseStudyIds: readonly string[]): Promise<void> {
  for (let from = 0; from < caseStudyIds.length; from += atOnce) {
    const some = caseStudyIds.slice(from, from + atOnce);
    await publicly(
      async (tx) => {
        await lockCaseStudies(tx, some);
        for (const caseStudyId of some) await projectCaseStudy(tx, caseStudyId);
        await settleProjections(tx, some);
        await raiseGeneration(tx);
      },
      { timeout },
    );
  }
}
