import { publicly, raiseGeneration } from "#lib/data/generation.ts";
import { londonDay } from "#lib/domain/calendar/london-days.ts";

/** Notes which published case studies are past the last day of their review in London, so that pages need not know what day it is. */
export async function markOverdue(now = new Date()): Promise<number> {
  const today = londonDay(now);
  return publicly(async (tx) => {
    const late = await tx.version.updateMany({
      where: { state: "published", overdue: false, reviewBy: { lt: today } },
      data: { overdue: true },
    });
    const again = await tx.version.updateMany({
      where: { overdue: true, reviewBy: { gte: today } },
      data: { overdue: false },
    });
    if (late.count + again.count) await raiseGeneration(tx);
    return late.count;
  });
}
