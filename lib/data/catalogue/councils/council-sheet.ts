import { db } from "#lib/data/db.ts";
import { listNaming, type Affected } from "#lib/data/catalogue/previews/affected.ts";
import { readStanding } from "#lib/data/catalogue/standing.ts";

interface Named {
  id: string;
  name: string;
}

/** Everything that editors see of one council. */
export interface Sheet extends Named {
  slug: string;
  shortName: string;
  type: string;
  nation: string;
  region: string | null;
  sizeBand: string | null;
  ruralUrban: string | null;
  endedOn: Date | null;
  predecessors: Named[];
  successors: Named[];
  /** The entry that stands for it in the end, where it was merged. */
  mergedInto: Named | null;
  /** Entries that were merged into it. */
  merged: Named[];
  /** Slugs that lead to it, beside those of merged entries. */
  formerSlugs: string[];
  /** How many people speak for it. */
  speakers: number;
  /** How many case studies it has published as their lead. */
  published: number;
  affected: Affected;
}

const named = { select: { id: true, name: true } } as const;

/** One council with what came before and after it, and what names it. Null for an id of none. */
export async function findSheet(id: string): Promise<Sheet | null> {
  const council = await db.council.findUnique({
    where: { id },
    include: {
      predecessors: { include: { predecessor: named }, orderBy: { predecessor: { name: "asc" } } },
      successors: { include: { successor: named }, orderBy: { successor: { name: "asc" } } },
      _count: { select: { caseStudies: true } },
    },
  });
  if (!council) return null;
  const standing = await readStanding(db);
  const entries = await db.council.findMany({ where: { mergedIntoId: { not: null } }, ...named });
  const merged = entries.filter((entry) => entry.id !== id && standing(entry.id) === id);
  const ids = [id, ...merged.map((entry) => entry.id)];
  const former = await db.formerSlug.findMany({ where: { subject: "council", subjectId: { in: ids } } });
  const into = standing(id) === id ? null : await db.council.findUnique({ where: { id: standing(id) }, ...named });
  const { _count, predecessors, successors, ...rest } = council;
  return {
    ...rest,
    predecessors: predecessors.map(({ predecessor }) => predecessor),
    successors: successors.map(({ successor }) => successor),
    ...{ mergedInto: into, merged, published: _count.caseStudies },
    formerSlugs: former.map(({ slug }) => slug).filter((slug) => slug !== council.slug),
    speakers: await db.contributor.count({ where: { councilId: { in: ids } } }),
    affected: await listNaming(db, ids),
  };
}
