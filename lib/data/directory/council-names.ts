import { readStanding } from "#lib/data/catalogue/standing.ts";
import { db } from "#lib/data/db.ts";

export interface CouncilName {
  id: string;
  name: string;
  shortName: string;
  /** Known and not to be offered: it has ended, or another entry stands for it. */
  unlisted?: boolean;
}

/**
 * Every council by short name: those to choose from first, then what an answer may hold all the same. That is councils that
 * have ended, ids of merged entries, under the name of what stands for them, and names of merged entries, for the same.
 */
export async function listCouncilNames(): Promise<CouncilName[]> {
  const [all, standing] = await Promise.all([
    db.council.findMany({
      select: { id: true, name: true, shortName: true, endedOn: true, mergedIntoId: true },
      orderBy: { shortName: "asc" },
    }),
    readStanding(db),
  ]);
  const named = ({ id, name, shortName }: CouncilName): CouncilName => ({ id, name, shortName });
  const own = all.filter(({ mergedIntoId }) => mergedIntoId === null);
  const byId = new Map(own.map((council) => [council.id, council]));
  const merged = all.flatMap((council) => {
    const into = byId.get(standing(council.id));
    return into && into !== council ? [{ council, into }] : [];
  });
  return [
    ...own.filter(({ endedOn }) => !endedOn).map(named),
    ...[
      ...own.filter(({ endedOn }) => endedOn),
      ...merged.map(({ council: { id }, into }) => ({ ...into, id })),
      ...merged.map(({ council, into: { id } }) => ({ ...council, id })),
    ].map((council) => ({ ...named(council), unlisted: true })),
  ];
}
