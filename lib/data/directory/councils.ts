import { councilsNamed } from "#lib/domain/council-names.ts";
import { sortKeyOf } from "#lib/domain/slug.ts";
import type { Council, Prisma } from "#prisma/client/client.ts";
import { db } from "#lib/data/db.ts";

export interface CountedCouncil {
  slug: string;
  shortName: string;
  name: string;
  type: string;
  count: number;
}

/** How many case studies a council has published. @param id null for none */
export async function countFromCouncil(id: string | null): Promise<number> {
  return id ? db.listing.count({ where: { councilId: id } }) : 0;
}

/** Councils that have published something, by name. */
export const listCouncilsWithCaseStudies = (): Promise<CountedCouncil[]> => listCouncils({ caseStudies: { some: {} } });

/** The first 60 councils, by name, whose name has the given words in it, and how many there are. */
export async function searchCouncils(words: string): Promise<{ councils: CountedCouncil[]; total: number }> {
  const found = councilsNamed(words, await listCouncils());
  return { councils: found.slice(0, 60), total: found.length };
}

async function listCouncils(where: Prisma.CouncilWhereInput = {}): Promise<CountedCouncil[]> {
  const councils = await db.council.findMany({
    where,
    include: { _count: { select: { caseStudies: true } } },
  });
  return councils
    .map(({ slug, shortName, name, type, _count }) => ({ slug, shortName, name, type, count: _count.caseStudies }))
    .toSorted((a, b) => sortKeyOf(a.shortName).localeCompare(sortKeyOf(b.shortName), "en-GB"));
}

/** One council with the councils before and after it. */
export async function findCouncil(slug: string): Promise<(Council & { before: Council[]; after: Council[] }) | null> {
  const council = await db.council.findUnique({
    where: { slug },
    include: {
      predecessors: { include: { predecessor: true }, orderBy: { predecessor: { name: "asc" } } },
      successors: { include: { successor: true }, orderBy: { successor: { name: "asc" } } },
    },
  });
  if (!council) return null;
  const { predecessors, successors, ...rest } = council;
  return {
    ...rest,
    before: predecessors.map(({ predecessor }) => predecessor),
    after: successors.map(({ successor }) => successor),
  };
}

/** Every council that is not a predecessor of another, by name, to choose from. */
export async function listCouncilNames(): Promise<{ id: string; name: string; shortName: string }[]> {
  return db.council.findMany({
    where: { endedOn: null },
    select: { id: true, name: true, shortName: true },
    orderBy: { shortName: "asc" },
  });
}
