import type { CatalogueChange, Prisma } from "#prisma/client/client.ts";
import { db, type Queries } from "#lib/data/db.ts";

/** What can be changed by editors and undone. "caseStudies" is the tags of many at once. */
export type Subject = "topic" | "supportType" | "collection" | "council" | "caseStudies" | "synonym";

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

/** The former addresses of a list: slug to the id of what had it. */
export async function readFormer(tx: Queries, subject: Subject): Promise<Map<string, string>> {
  const rows = await tx.formerSlug.findMany({ where: { subject }, orderBy: { slug: "asc" } });
  return new Map(rows.map(({ slug, subjectId }) => [slug, subjectId]));
}

/** Writes the former addresses of a list as they are to be. */
export async function writeFormer(
  tx: Queries,
  { subject, before, after, at }: { subject: Subject; before: Former; after: Former; at: Date },
): Promise<void> {
  const gone = [...before.keys()].filter((slug) => !after.has(slug));
  await tx.formerSlug.deleteMany({ where: { subject, slug: { in: gone } } });
  for (const [slug, subjectId] of after)
    if (before.get(slug) !== subjectId) await noteFormerSlug(tx, { subject, slug, subjectId, at });
}

type Former = ReadonlyMap<string, string>;
export type ChangeRow = CatalogueChange;

/** One change, held until the transaction ends, so that it is undone once. */
export async function lockChange(tx: Queries, id: string): Promise<ChangeRow | null> {
  await tx.$queryRaw`select 1 from "CatalogueChange" where "id" = ${id}::uuid for update`;
  return tx.catalogueChange.findUnique({ where: { id } });
}

const named = { select: { name: true, email: true } } as const;

/** The latest changes, and how many there are. */
export async function listChanges(page: number, size: number) {
  const [changes, total] = await Promise.all([
    db.catalogueChange.findMany({
      orderBy: [{ at: "desc" }, { id: "desc" }],
      skip: (page - 1) * size,
      take: size,
      include: { actor: named, undoneBy: named },
    }),
    db.catalogueChange.count(),
  ]);
  const nameOf = await readNames(changes);
  return { changes: changes.map((change) => ({ ...change, name: nameOf(change) })), total };
}

/** What collections and councils that changes are about are called now. */
async function readNames(changes: readonly Pick<ChangeRow, "subject" | "subjectId">[]) {
  const ids = (subject: Subject) => changes.flatMap((one) => (one.subject === subject ? one.subjectId : []));
  const asked = (subject: Subject) => ({ where: { id: { in: ids(subject) } }, select: { id: true, name: true } });
  const [collections, councils] = await Promise.all([
    db.collection.findMany(asked("collection")),
    db.council.findMany(asked("council")),
  ]);
  const names = { collection: collections, council: councils };
  return ({ subject, subjectId }: Pick<ChangeRow, "subject" | "subjectId">): string | null =>
    (subject === "collection" || subject === "council" ? names[subject] : []).find(({ id }) => id === subjectId)
      ?.name ?? null;
}

/** One change with who made it and who undid it. Null where there is none. */
export async function findChange(id: string) {
  const change = await db.catalogueChange.findUnique({ where: { id }, include: { actor: named, undoneBy: named } });
  return change && { ...change, name: (await readNames([change]))(change) };
}
