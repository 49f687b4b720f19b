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

/** A comment as editors see it. */
export interface DeskComment {
  id: string;
  section: string;
  text: string;
  at: Date;
  toCouncil: boolean;
  /** The revision it was written about. */
  revision: number;
  writer: string;
}

/** Every comment on a version, for editors, in order. */
export async function listComments(versionId: string): Promise<DeskComment[]> {
  const comments = await db.comment.findMany({
    where: { versionId },
    orderBy: [{ at: "asc" }, { id: "asc" }],
    include: { writer: true },
  });
  return comments.map(({ writer, ...comment }) => ({ ...comment, writer: writer ? writer.name || writer.email : "" }));
}
