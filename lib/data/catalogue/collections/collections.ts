import { db, type Queries } from "#lib/data/db.ts";

/** A collection as it is kept with a change, so that the change can be undone. */
export interface CollectionState {
  slug: string;
  name: string;
  introduction: string;
  position: number;
  /** When it was retired, as ISO text. */
  retiredAt: string | null;
  /** Where readers of a retired one are sent. */
  leadsTo: string | null;
  /** Ids of its case studies in order. */
  items: string[];
}

export const pathOf = (slug: string) => `/collections/${slug}`;

/** A collection with what it holds, published or not. Null for an id of none. */
export async function readCollection(tx: Queries, id: string): Promise<CollectionState | null> {
  const collection = await tx.collection.findUnique({
    where: { id },
    include: { items: { orderBy: { position: "asc" } } },
  });
  if (!collection) return null;
  const { slug, name, introduction, position, retiredAt, items } = collection;
  const redirect = await tx.redirect.findUnique({ where: { path: pathOf(slug) } });
  return {
    ...{ slug, name, introduction, position },
    retiredAt: retiredAt?.toISOString() ?? null,
    leadsTo: redirect?.target ?? null,
    items: items.map(({ caseStudyId }) => caseStudyId),
  };
}

/**
 * Writes some of a collection. What it leads to stands under its slug, so a slug is written with it or not at all.
 *
 * @param addedAt when what it did not hold was put into it; null for what only comes back
 */
export async function writeCollection(
  tx: Queries,
  id: string,
  { items, leadsTo, retiredAt, ...columns }: Partial<CollectionState>,
  now: Date,
  addedAt: Date | null = now,
): Promise<void> {
  const retired = retiredAt === undefined ? {} : { retiredAt: retiredAt && new Date(retiredAt) };
  const { slug } = await tx.collection.update({ where: { id }, data: { ...columns, ...retired } });
  if (items) await writeItems(tx, id, items, addedAt);
  if (leadsTo === undefined) return;
  const path = pathOf(slug);
  await tx.redirect.deleteMany({ where: { path } });
  if (leadsTo) await tx.redirect.create({ data: { path, target: leadsTo, at: now } });
}

/** Puts case studies that there are into a collection, in an order, and takes all others out. What stays is not held for it. */
async function writeItems(
  tx: Queries,
  collectionId: string,
  items: readonly string[],
  addedAt: Date | null,
): Promise<void> {
  await tx.collectionItem.deleteMany({ where: { collectionId, caseStudyId: { notIn: [...items] } } });
  const there = await tx.caseStudy.findMany({ where: { id: { in: [...items] } }, select: { id: true } });
  const known = items.filter((item) => there.some(({ id }) => id === item));
  const rows = known.map((caseStudyId, position) => ({ collectionId, caseStudyId, position }));
  const held = await tx.collectionItem.findMany({ where: { collectionId } });
  const isHeld = (id: string) => held.some(({ caseStudyId }) => caseStudyId === id);
  const added = rows.filter(({ caseStudyId }) => !isHeld(caseStudyId)).map((row) => ({ ...row, addedAt }));
  await tx.collectionItem.createMany({ data: added });
  for (const { caseStudyId, position } of rows)
    await tx.collectionItem.updateMany({
      where: { collectionId, caseStudyId, position: { not: position } },
      data: { position },
    });
}

/** The ids of all collections in their order, retired ones among them. */
export async function readOrder(tx: Queries): Promise<string[]> {
  const rows = await tx.collection.findMany({ select: { id: true }, orderBy: [{ position: "asc" }, { id: "asc" }] });
  return rows.map(({ id }) => id);
}

/** Gives collections the order of their ids. */
export async function writeOrder(tx: Queries, ids: readonly string[]): Promise<void> {
  for (const [position, id] of ids.entries()) await tx.collection.updateMany({ where: { id }, data: { position } });
}

/** Every collection as editors list them: in their order, with what it holds and how much of that is published. */
export async function listForEditors() {
  const collections = await db.collection.findMany({
    orderBy: [{ position: "asc" }, { id: "asc" }],
    include: { items: { select: { caseStudy: { select: { listing: { select: { caseStudyId: true } } } } } } },
  });
  return collections.map(({ items, ...collection }) => ({
    ...collection,
    held: items.length,
    published: items.filter(({ caseStudy }) => caseStudy.listing).length,
  }));
}
