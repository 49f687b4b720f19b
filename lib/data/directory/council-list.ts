import { sortKeyOf } from "#lib/domain/slug.ts";
import { db } from "#lib/data/db.ts";

/** A council as the list for programs has it. Predecessors and successors are slugs. */
export interface CouncilEntry {
  slug: string;
  name: string;
  shortName: string;
  type: string;
  nation: string;
  region: string | null;
  sizeBand: string | null;
  ruralUrban: string | null;
  endedOn: Date | null;
  predecessors: string[];
  successors: string[];
  /** How many case studies it has published. */
  count: number;
}

/** Every council there is or has been, by name, with what it has published. */
export async function listAllCouncils(): Promise<CouncilEntry[]> {
  const councils = await db.council.findMany({
    omit: { mergedIntoId: true },
    include: {
      predecessors: { include: { predecessor: { select: { slug: true } } } },
      successors: { include: { successor: { select: { slug: true } } } },
      _count: { select: { caseStudies: true } },
    },
  });
  return councils
    .map(({ id: _id, example: _example, _count, predecessors, successors, ...council }) => ({
      ...council,
      predecessors: predecessors.map(({ predecessor }) => predecessor.slug).toSorted(),
      successors: successors.map(({ successor }) => successor.slug).toSorted(),
      count: _count.caseStudies,
    }))
    .toSorted((a, b) => sortKeyOf(a.shortName).localeCompare(sortKeyOf(b.shortName), "en-GB"));
}
