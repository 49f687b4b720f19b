import { db } from "#lib/data/db.ts";

/** Somebody who has a version open, as far as one can tell. */
export interface DeskVisitor {
  name: string;
  at: Date;
}

/** Who else had a version open since a moment, latest first. */
export async function listVisitors(versionId: string, except: string, since: Date): Promise<DeskVisitor[]> {
  const visits = await db.deskVisit.findMany({
    where: { versionId, personId: { not: except }, at: { gte: since } },
    orderBy: { at: "desc" },
    include: { person: { select: { name: true, email: true } } },
  });
  return visits.map(({ person, at }) => ({ name: person.name || person.email, at }));
}

/** The newest revision that somebody had open. Null where they had none. */
export async function findSeen(versionId: string, personId: string): Promise<number | null> {
  const visit = await db.deskVisit.findUnique({ where: { versionId_personId: { versionId, personId } } });
  return visit?.revision ?? null;
}

/** The revision that somebody saw before the newest one. Null where they saw none other. */
export async function findSeenBefore(versionId: string, personId: string): Promise<number | null> {
  const visit = await db.deskVisit.findUnique({ where: { versionId_personId: { versionId, personId } } });
  return visit?.before ?? null;
}
