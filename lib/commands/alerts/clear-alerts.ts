import { lockAlert, removeAlert } from "#lib/data/alerts/alerts.ts";
import { db } from "#lib/data/db.ts";
import { daysKept, daysToConfirm } from "#lib/domain/alerts/limits.ts";
import { forgetRefusals } from "./count-refusals.ts";

const day = 24 * 60 * 60 * 1000;

/** Deletes alerts that nobody confirmed in time or that have long matched nothing any more, and letters of alerts that left long ago; those that arrive again count as such. */
export async function clearAlerts(now = new Date()): Promise<number> {
  const before = (days: number) => ({ lt: new Date(now.getTime() - days * day) });
  const over = { OR: [{ confirmedAt: null, askedAt: before(daysToConfirm) }, { lostAt: before(daysKept) }] };
  const alerts = await db.alert.findMany({ where: over, select: { id: true, personId: true } });
  let removed = 0;
  for (const alert of alerts)
    removed += await db.$transaction(async (tx) => {
      // Whoever confirms it at this moment has it confirmed.
      await lockAlert(tx, alert);
      const still = await tx.alert.count({ where: { id: alert.id, ...over } });
      return still && (await removeAlert(tx, alert)) ? 1 : 0;
    });
  await forgetRefusals(now);
  await db.letter.deleteMany({ where: { alertId: { not: null }, queuedAt: before(daysKept) } });
  return removed;
}
