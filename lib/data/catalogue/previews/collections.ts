import { slugOf } from "#lib/domain/slug.ts";
import { db } from "#lib/data/db.ts";
import { pathOf, readCollection, type CollectionState } from "#lib/data/catalogue/collections/collections.ts";
import { listLeading, type Leading } from "#lib/data/catalogue/previews/addresses.ts";
import { listOf, type Affected } from "#lib/data/catalogue/previews/affected.ts";

/** What a new name of a collection comes to. */
export interface Rename {
  slug: string;
  /** Whether another collection has that address. */
  taken: boolean;
  affected: Affected;
  leading: Leading[];
}

/** A collection for its editors. Null for an id of none. */
export const findForEditors = (id: string): Promise<CollectionState | null> => readCollection(db, id);

/** Looks at what a new name would change. */
export async function previewRename(id: string, collection: CollectionState, name: string): Promise<Rename> {
  const slug = slugOf(name);
  const isSame = slug === collection.slug;
  const leading = await listLeading(db, "collection", { id, slug: collection.slug, to: slug });
  return {
    slug,
    taken: (await db.collection.count({ where: { slug, id: { not: id } } })) > 0,
    affected: isSame ? { published: [], open: [], drafts: 0 } : await listOf(db, collection.items),
    leading: leading.map(({ from, to }) => ({ from: pathOf(from), to: pathOf(to) })),
  };
}

/** The case studies that leave with a collection. */
export const listHeld = ({ items }: CollectionState): Promise<Affected> => listOf(db, items);
