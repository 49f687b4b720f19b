import { db } from "#lib/data/db.ts";

/** What an editor wrote to the council beside a section. */
interface CommentToCouncil {
  id: string;
  /** Key of the section it is about. */
  section: string;
  text: string;
  at: Date;
}

/** The comments that a version's author has to see to: those written to the council since it was last sent, in order. */
export async function listCommentsToCouncil(versionId: string): Promise<CommentToCouncil[]> {
  const sent = await db.event.findFirst({ where: { versionId, kind: "submit" }, orderBy: { at: "desc" } });
  if (!sent) return [];
  return db.comment.findMany({
    where: { versionId, toCouncil: true, at: { gte: sent.at } },
    select: { id: true, section: true, text: true, at: true },
    orderBy: [{ at: "asc" }, { id: "asc" }],
  });
}
