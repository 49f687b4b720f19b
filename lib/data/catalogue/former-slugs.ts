import { db } from "#lib/data/db.ts";
import { holdUntilChanged } from "#lib/data/held.ts";
import type { Subject } from "#lib/data/catalogue/changes.ts";
import { standingOf } from "#lib/data/catalogue/standing.ts";

/** What has an address of its own and stands in no list of terms, which know their former slugs themselves. */
export type Addressed = Extract<Subject, "collection" | "council">;

/** The slug that each former one leads to, by what it is a slug of. */
export type FormerSlugs = Readonly<Record<Addressed, ReadonlyMap<string, string>>>;

interface Entry {
  id: string;
  slug: string;
  mergedIntoId?: string | null;
}

/**
 * Every slug that leads elsewhere: what was renamed had another, and what was merged has its own still. An entry that has a
 * slug now keeps it, whoever had it before. Held until something public changes.
 */
export const readFormerSlugs = holdUntilChanged(readAll);

async function readAll(): Promise<FormerSlugs> {
  const [noted, collections, councils] = await Promise.all([
    db.formerSlug.findMany({ orderBy: { at: "asc" } }),
    db.collection.findMany({ select: { id: true, slug: true } }),
    db.council.findMany({ select: { id: true, slug: true, mergedIntoId: true } }),
  ]);
  const of = (subject: Addressed, entries: readonly Entry[]) =>
    leading(
      entries,
      noted.filter((one) => one.subject === subject),
    );
  return {
    collection: of("collection", collections),
    council: of("council", councils),
  };
}

/** Where the slugs lead that no entry goes by. */
function leading(
  entries: readonly Entry[],
  noted: readonly { slug: string; subjectId: string }[],
): ReadonlyMap<string, string> {
  const standing = standingOf(entries.map(({ id, mergedIntoId = null }) => ({ id, mergedIntoId })));
  const slugs = new Map(entries.map(({ id, slug }) => [id, slug]));
  const living = new Set(entries.filter(({ id }) => standing(id) === id).map(({ slug }) => slug));
  const own = entries.map(({ id, slug }) => ({ slug, subjectId: id }));
  return new Map(
    [...noted, ...own].flatMap(({ slug, subjectId }) => {
      const to = slugs.get(standing(subjectId));
      return to === undefined || living.has(slug) ? [] : [[slug, to] as const];
    }),
  );
}
