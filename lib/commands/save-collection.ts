import { db } from "#lib/data/db.ts";
import { raiseGeneration } from "#lib/data/generation.ts";
import { projectCaseStudy } from "#lib/data/projection.ts";
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
      const before = await tx.collectionItem.findMany({ where: { collectionId: id } });
      await tx.collectionItem.deleteMany({ where: { collectionId: id } });
      await tx.collectionItem.createMany({
        data: caseStudyIds.map((caseStudyId, index) => ({ collectionId: id, caseStudyId, position: index })),
      });
      for (const touched of new Set([...before.map(({ caseStudyId }) => caseStudyId), ...caseStudyIds]))
        await projectCaseStudy(tx, touched);
      await raiseGeneration(tx);
      return ok({ id });
    },
    { timeout: 30_000 },
  );
}
