import { councilsNamed } from "#lib/domain/council-names.ts";
import { councilTypes } from "#lib/domain/councils.ts";
import { sortKeyOf } from "#lib/domain/slug.ts";
import { db } from "#lib/data/db.ts";

/** A council as editors list it. */
export interface Row {
  id: string;
  name: string;
  type: string;
  endedOn: Date | null;
  /** The name of what stands for it, where it was merged. */
  mergedInto: string | null;
  /** How many case studies it has published. */
  published: number;
}

const most = 60;

/** The councils that have words in their name, or are of a type: the first 60 by name, and how many there are. */
export async function findForEditors({
  words,
  type,
}: {
  words: string;
  type: string;
}): Promise<{ rows: Row[]; total: number }> {
  const councils = await db.council.findMany({
    where: type ? { type } : {},
    include: { mergedInto: { select: { name: true } }, _count: { select: { caseStudies: true } } },
  });
  const found = (words ? councilsNamed(words, councils) : councils).toSorted((a, b) =>
    sortKeyOf(a.name).localeCompare(sortKeyOf(b.name), "en-GB"),
  );
  const rows = found.slice(0, most).map(({ id, name, type: kind, endedOn, mergedInto, _count }) => ({
    ...{ id, name, type: kind, endedOn, mergedInto: mergedInto?.name ?? null, published: _count.caseStudies },
  }));
  return { rows, total: found.length };
}

/** How many councils there are of each type, merged entries left out. */
export async function countByType(): Promise<{ slug: string; name: string; count: number }[]> {
  const counts = await db.council.groupBy({ by: ["type"], where: { mergedIntoId: null }, _count: true });
  return councilTypes.map(({ slug, name }) => ({
    ...{ slug, name, count: counts.find(({ type }) => type === slug)?._count ?? 0 },
  }));
}
