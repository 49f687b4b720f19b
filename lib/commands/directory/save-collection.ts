import type { Queries } from "#lib/data/db.ts";
import { publicly, raiseGeneration } from "#lib/data/generation.ts";
import { projectCaseStudy } from "#lib/data/directory/projection.ts";
import { lockCaseStudies } from "#lib/data/versions.ts";
import { slugOf } from "#lib/domain/slug.ts";
import { ok, refuse } from "#lib/domain/result.ts";
import { mayEditCatalogue, type Actor } from "#lib/domain/workflow/decide.ts";

interface Request {
  /** The collection to change. Without it, a new one is made. */
  id?: string;
  name: string;
  /** Plain text that opens the collection's page. */
  introduction: string;
  /** In the order the page shows them. */
  caseStudyIds: readonly string[];
  actor: Actor;
}

/** Makes a collection, or changes one and replaces what it holds. Its address stays what its first name made it. */
export async function saveCollection({ id: changed, name, introduction, caseStudyIds, actor }: Request) {
  if (!mayEditCatalogue(actor)) return refuse("not-allowed");
  return publicly(
    async (tx) => {
      const slug = slugOf(name);
      const id = changed ?? slug;
      if (await tx.collection.count({ where: { slug, id: { not: id } } })) return refuse("name-taken");
      const { count } = changed
        ? await tx.collection.updateMany({ where: { id }, data: { name, introduction } })
        : await addCollection(tx, { id, slug, name, introduction });
      if (!count) return refuse(changed ? "not-found" : "name-taken");
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

/** Adds a collection after the others, unless there is one with its address. */
async function addCollection(
  tx: Queries,
  collection: { id: string; slug: string; name: string; introduction: string },
) {
  const position = await tx.collection.count();
  return tx.collection.createMany({ data: [{ ...collection, position }], skipDuplicates: true });
}
