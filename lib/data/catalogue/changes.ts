import type { Prisma } from "#prisma/client/client.ts";
import type { Queries } from "#lib/data/db.ts";

/** What can be changed by editors and undone. "caseStudies" is the tags of many at once. */
export type Subject = "topic" | "supportType" | "collection" | "council" | "caseStudies";

interface Change {
  subject: Subject;
  /** The row it is about; for many case studies at once the topic or support type. */
  subjectId: string;
  /** What was done, such as "rename" or "merge". */
  kind: string;
  /** All that undoing needs. */
  before: Prisma.InputJsonObject;
  /** What undoing finds, unless somebody has changed it since. */
  after: Prisma.InputJsonObject;
  actorId: string;
  at: Date;
}

/** Keeps what an editor changed, in the transaction that changes it. @returns the change's id, by which it is undone */
export async function noteChange(tx: Queries, change: Change): Promise<string> {
  const { id } = await tx.catalogueChange.create({ data: change, select: { id: true } });
  return id;
}

/** Leads an address that something had to the one it has. Given back later, the address leads nowhere else. */
export async function noteFormerSlug(
  tx: Queries,
  { subject, slug, subjectId, at }: { subject: Subject; slug: string; subjectId: string; at: Date },
): Promise<void> {
  const where = { subject_slug: { subject, slug } };
  await tx.formerSlug.upsert({ where, create: { subject, slug, subjectId, at }, update: { subjectId, at } });
}
