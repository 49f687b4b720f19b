import { noteChange } from "#lib/data/catalogue/changes.ts";
import { readCollection, writeCollection } from "#lib/data/catalogue/collections/collections.ts";
import { ok, refuse, type Result } from "#lib/domain/result.ts";
import { slugOf } from "#lib/domain/slug.ts";
import { mayEditCatalogue } from "#lib/domain/workflow/decide.ts";
import { changeCatalogue } from "../change-catalogue.ts";
import { freeId } from "../free-id.ts";
import type { Person } from "./note-collection.ts";

interface Request {
  name: string;
  /** Plain text that opens the collection's page. */
  introduction: string;
  /** In the order the page shows them. */
  caseStudyIds?: readonly string[];
  actor: Person;
  now?: Date;
}

/** Makes a collection, after the others. Its address is its name's, unless another has that. */
export async function addCollection({
  name,
  introduction,
  caseStudyIds = [],
  actor,
  now = new Date(),
}: Request): Promise<Result<{ id: string }, "not-allowed" | "name-taken">> {
  if (!mayEditCatalogue(actor)) return refuse("not-allowed");
  const items = [...new Set(caseStudyIds)];
  return changeCatalogue(async (tx) => {
    const slug = slugOf(name);
    if (await tx.collection.count({ where: { slug } })) return refuse("name-taken");
    const last = await tx.collection.aggregate({ _max: { position: true } });
    const id = await freeId(slug, async (asked) => (await tx.collection.count({ where: { id: asked } })) > 0);
    await tx.collection.create({
      data: { ...{ id, slug, name, introduction }, position: (last._max.position ?? -1) + 1 },
    });
    await writeCollection(tx, id, { items }, now);
    const after = { ...(await readCollection(tx, id)) };
    const change = { subject: "collection", subjectId: id, kind: "add", actorId: actor.id, at: now } as const;
    await noteChange(tx, { ...change, before: {}, after });
    return ok({ value: { id }, touched: items });
  }, items);
}
