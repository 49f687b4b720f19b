import { noteFormerSlug } from "#lib/data/catalogue/changes.ts";
import {
  readCollection,
  readOrder,
  writeCollection,
  writeOrder,
  type CollectionState,
} from "#lib/data/catalogue/collections/collections.ts";
import { isSame, pick } from "#lib/data/catalogue/digest.ts";
import { holdCatalogue } from "#lib/data/catalogue/hold.ts";
import type { Queries } from "#lib/data/db.ts";
import { lockCaseStudies } from "#lib/data/versions.ts";
import { ok, refuse, type Result } from "#lib/domain/result.ts";
import type { CatalogueChange } from "#prisma/client/client.ts";
import { touchedBy } from "./note-collection.ts";
import { placeFor } from "./retire-collection.ts";

type Undone = Result<{ touched: string[] }, "changed-since" | "cannot">;
type Values = Partial<CollectionState>;

/**
 * Puts back what a change of a collection found, unless something else stands there by now. The address that it had meanwhile
 * leads to the one it has again. In the caller's transaction, which writes the rows of the listing afterwards.
 */
export async function undoCollectionChange(tx: Queries, change: CatalogueChange): Promise<Undone> {
  const { kind, subjectId: id } = change;
  const [before, after] = [change.before, change.after] as [Values, Values];
  await lockCaseStudies(tx, before.items ?? []);
  await holdCatalogue(tx);
  if (kind === "move") return undoMove(tx, change);
  const found = await readCollection(tx, id);
  if (!found || !isSame(pick(found, Object.keys(after) as (keyof Values)[]), after)) return refuse("changed-since");
  if (kind === "add") return remove(tx, id, found);
  if (before.slug !== undefined && (await isTaken(tx, before.slug, id))) return refuse("cannot");
  // Where it led may have been retired since, and lead to this one.
  if (before.leadsTo && !(await placeFor(tx, before.leadsTo, before.slug ?? found.slug))) return refuse("cannot");
  return putBack(tx, id, found, before);
}

async function undoMove(tx: Queries, { before, after }: CatalogueChange): Promise<Undone> {
  const [earlier, later] = [before, after] as unknown as { order: string[] }[];
  if (!isSame(await readOrder(tx), later?.order)) return refuse("changed-since");
  await writeOrder(tx, earlier?.order ?? []);
  return ok({ touched: [] });
}

/** A new one that nobody has changed goes without a trace. */
async function remove(tx: Queries, id: string, found: CollectionState): Promise<Undone> {
  await tx.collection.delete({ where: { id } });
  return ok({ touched: found.items });
}

async function putBack(tx: Queries, id: string, found: CollectionState, before: Values): Promise<Undone> {
  // Where it led stands under its slug, and goes before it.
  if (before.slug !== undefined && found.leadsTo) await writeCollection(tx, id, { leadsTo: null }, new Date());
  await writeCollection(tx, id, before, new Date(), null);
  const now = (await readCollection(tx, id)) ?? found;
  if (now.slug !== found.slug) {
    await tx.formerSlug.deleteMany({ where: { subject: "collection", slug: now.slug, subjectId: id } });
    await noteFormerSlug(tx, { subject: "collection", slug: found.slug, subjectId: id, at: new Date() });
  }
  return ok({ touched: touchedBy(found, now) });
}

const isTaken = async (tx: Queries, slug: string, id: string) =>
  (await tx.collection.count({ where: { slug, id: { not: id } } })) > 0;
