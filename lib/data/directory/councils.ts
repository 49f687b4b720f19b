import { councilSearchedFor, councilsNamed } from "#lib/domain/council-names.ts";
import { sortKeyOf } from "#lib/domain/slug.ts";
import type { Council, Prisma } from "#prisma/client/client.ts";
import { readStanding } from "#lib/data/catalogue/standing.ts";
import { db } from "#lib/data/db.ts";
import { holdUntilChanged } from "#lib/data/held.ts";

export interface CountedCouncil {
  slug: string;
  shortName: string;
  name: string;
  type: string;
  endedOn: Date | null;
  count: number;
}

const longestName = 100;
const standsForItself = { mergedIntoId: null } as const;

/** How many case studies a council has published. @param id null for none */
export async function countFromCouncil(id: string | null): Promise<number> {
  return id ? db.listing.count({ where: { councilId: (await readStanding(db))(id) } }) : 0;
}

/** Councils that have published something, by name. */
export const listCouncilsWithCaseStudies = (): Promise<CountedCouncil[]> => listCouncils({ caseStudies: { some: {} } });

/** The first 60 councils, by name, whose name has the given words in it, and how many there are. */
export async function searchCouncils(words: string): Promise<{ councils: CountedCouncil[]; total: number }> {
  const found = councilsNamed(words, await listCouncils());
  return { councils: found.slice(0, 60), total: found.length };
}

/** Those that may be searched for by name. Held until something public changes, so that each name is made comparable once. */
const getNamedCouncils = holdUntilChanged(() =>
  db.council.findMany({ where: standsForItself, orderBy: { endedOn: "desc" } }),
);

/** The one council that words of a search name, with what it has published; null where they name none or several. */
export async function findCouncilSearchedFor(words: string): Promise<CountedCouncil | null> {
  if (!words || words.length > longestName) return null;
  const council = councilSearchedFor(words, await getNamedCouncils());
  return council && { ...council, count: await countFromCouncil(council.id) };
}

async function listCouncils(where: Prisma.CouncilWhereInput = {}): Promise<CountedCouncil[]> {
  const councils = await db.council.findMany({
    where: { ...where, ...standsForItself },
    include: { _count: { select: { caseStudies: true } } },
  });
  return councils
    .map(({ slug, shortName, name, type, endedOn, _count }) => ({
      slug,
      shortName,
      name,
      type,
      endedOn,
      count: _count.caseStudies,
    }))
    .toSorted((a, b) => sortKeyOf(a.shortName).localeCompare(sortKeyOf(b.shortName), "en-GB"));
}

/** A council with those it replaced and those that replaced it, and how much these have published. */
export type CouncilPage = Council & {
  before: Council[];
  after: (Council & { count: number })[];
  /** Slugs of all councils it came from, over any number of reorganisations, that have published something. */
  earlier: string[];
};

/** One council with the councils before and after it. */
export async function findCouncil(slug: string): Promise<CouncilPage | null> {
  const council = await db.council.findUnique({
    where: { slug, ...standsForItself },
    include: {
      predecessors: { include: { predecessor: true }, orderBy: { predecessor: { name: "asc" } } },
      successors: {
        include: { successor: { include: { _count: { select: { caseStudies: true } } } } },
        orderBy: { successor: { name: "asc" } },
      },
    },
  });
  if (!council) return null;
  const { predecessors, successors, ...rest } = council;
  return {
    ...rest,
    before: predecessors.map(({ predecessor }) => predecessor),
    after: successors.map(({ successor: { _count, ...successor } }) => ({ ...successor, count: _count.caseStudies })),
    earlier: await listEarlier(council.id),
  };
}

async function listEarlier(id: string): Promise<string[]> {
  const rows = await db.$queryRaw<{ slug: string }[]>`
    with recursive earlier as (
      select "predecessorId" as "id" from "CouncilSuccession" where "successorId" = ${id}
      union select s."predecessorId" from "CouncilSuccession" s join earlier on s."successorId" = earlier."id")
    select c."slug" from "Council" c
     where c."id" in (select "id" from earlier) and c."id" <> ${id} and c."mergedIntoId" is null
       and exists (select from "Listing" l where l."councilId" = c."id")
     order by c."slug"`;
  return rows.map(({ slug }) => slug);
}
