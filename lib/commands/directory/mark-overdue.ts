import { publicly, raiseGeneration } from "#lib/data/generation.ts";

/** Notes which published case studies are past their review date, so that pages need not know what day it is. */
export async function markOverdue(now = new Date()): Promise<number> {
  return publicly(async (tx) => {
    const late = await tx.version.updateMany({
      where: { state: "published", overdue: false, reviewBy: { lt: now } },
      data: { overdue: true },
    });
    const again = await tx.version.updateMany({
      where: { overdue: true, reviewBy: { gte: now } },
      data: { overdue: false },
    });
    if (late.count + again.count) await raiseGeneration(tx);
    return late.count;
  });
}
