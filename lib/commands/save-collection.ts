import { db } from "#lib/data/db.ts";
import { raiseGeneration } from "#lib/data/generation.ts";
import { projectCaseStudy } from "#lib/data/projection.ts";
import { lockCaseStudies } from "#lib/data/versions.ts";
import { slugOf } from "#lib/domain/slug.ts";
import { ok, refuse } from "#lib/domain/result.ts";
import { mayEditCatalogue, type Actor } from "#lib/domain/workflow/decide.ts";

interface Request {
  name: string;
  /** Plain text that opens the collection's page. */
  introduction: string;
  /** In the order the page shows them. */
  caseStudyIds: readonly string[];
  actor: Actor;
}

/** Makes a collection, or replaces what the one of that name holds. */
export async function saveCollection({ name, introduction, caseStudyIds, actor }: Request) {
  if (!mayEditCatalogue(actor)) return refuse("not-allowed");
  return db.$transaction(
    async (tx) => {
      const id = slugOf(name);
      const position = await tx.collection.count();
      await tx.collection.upsert({
        where: { id },
        create: { id, slug: id, name, introduction, position },
        update: { name, introduction },
      });
      const chosen = [...new Set(caseStudyIds)];
      const before = await tx.collectionItem.findMany({ where: { collectionId: id } });
      const touched = [...new Set([...before.map(({ caseStudyId }) => caseStudyId), ...chosen])];
      await lockCaseStudies(tx, touched);
      await tx.collectionItem.deleteMany({ where: { collectionId: id } });
      await tx.collectionItem.createMany({
        data: chosen.map((caseStudyId, index) => ({ collectionId: id, caseStudyId, position: index })),
      });
      for (const caseStudyId of touched) await projectCaseStudy(tx, caseStudyId);
      await raiseGeneration(tx);
      return ok({ id });
    },
    { timeout: 30_000 },
  );
}
