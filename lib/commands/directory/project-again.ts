import { projectCaseStudy } from "#lib/data/directory/projection.ts";
import { publicly, raiseGeneration } from "#lib/data/generation.ts";
import { lockCaseStudy } from "#lib/data/versions.ts";

/**
 * Writes what the listing has of one case study anew. The case study is held, so that nothing is decided about it between
 * the reading and the writing: what is taken down in that moment would come back.
 */
export async function projectAgain(caseStudyId: string): Promise<void> {
  await publicly(async (tx) => {
    if (!(await lockCaseStudy(tx, caseStudyId))) return;
    await projectCaseStudy(tx, caseStudyId);
    await raiseGeneration(tx);
  });
}
