import { db } from "#lib/data/db.ts";
import { daysFilesKept, daysReportsKept } from "#lib/domain/imports/limits.ts";

const day = 24 * 60 * 60 * 1000;

/** Forgets files that nobody brought in within a week, and what was said of each row a month ago. Who imported what, and how much, stays. */
export async function clearImports(now = new Date()): Promise<number> {
  const before = (days: number) => new Date(now.getTime() - days * day);
  const isStale = { stage: { notIn: ["confirmed", "done", "refused"] }, createdAt: { lt: before(daysFilesKept) } };
  const stale = await db.import.findMany({ where: isStale, select: { id: true } });
  let forgotten = 0;
  for (const { id } of stale)
    forgotten += await db.$transaction(async (tx) => {
      // Without its file it can never be brought in, so whoever presses that at this moment comes first or too late.
      const problem = "Nobody brought it in within a week.";
      const refused = { stage: "refused", problem, finishedAt: now };
      const { count } = await tx.import.updateMany({ where: { id, ...isStale }, data: refused });
      if (count) await tx.importPart.deleteMany({ where: { importId: id } });
      return count;
    });
  const { count } = await db.importRow.deleteMany({
    where: { import: { createdAt: { lt: before(daysReportsKept) } } },
  });
  return count + forgotten;
}
