import { db } from "#lib/data/db.ts";
import { daysFilesKept, daysReportsKept } from "#lib/domain/imports/limits.ts";

const day = 24 * 60 * 60 * 1000;

/** Forgets files that nobody brought in within a week, and what was said of each row a month ago. Who imported what, and how much, stays. */
export async function clearImports(now = new Date()): Promise<number> {
  const before = (days: number) => new Date(now.getTime() - days * day);
  const files = { stage: { notIn: ["confirmed", "done"] }, createdAt: { lt: before(daysFilesKept) } };
  const stale = await db.import.findMany({ where: { ...files, parts: { some: {} } }, select: { id: true } });
  const ids = stale.map(({ id }) => id);
  await db.importPart.deleteMany({ where: { importId: { in: ids } } });
  // Without its file it can never be brought in.
  await db.import.updateMany({
    where: { id: { in: ids } },
    data: { stage: "refused", problem: "Nobody brought it in within a week", finishedAt: now },
  });
  const { count } = await db.importRow.deleteMany({
    where: { import: { createdAt: { lt: before(daysReportsKept) } } },
  });
  return count + ids.length;
}
