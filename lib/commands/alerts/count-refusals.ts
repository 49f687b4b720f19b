import { lockAlert, removeAlert } from "#lib/data/alerts/alerts.ts";
import { db, type Queries } from "#lib/data/db.ts";
import { daysForReports, mostRefusals } from "#lib/domain/alerts/limits.ts";

const day = 24 * 60 * 60 * 1000;

/** Counts a letter about an alert whose mailbox is gone. After several in a row, or before it is confirmed, the alert ends. */
export async function countRefusal(tx: Queries, alertId: string): Promise<void> {
  const found = await tx.alert.findUnique({ where: { id: alertId } });
  const alert = found && (await lockAlert(tx, found));
  if (!alert) return;
  if (!alert.confirmedAt || alert.refusals + 1 >= mostRefusals) await removeAlert(tx, alert);
  else await tx.alert.update({ where: { id: alertId }, data: { refusals: { increment: 1 } } });
}

/**
 * Starts to count anew where a letter arrived since. A server that passes letters on takes every one and reports afterwards, so one has
 * arrived that left days ago and has not come back.
 */
export const forgetRefusals = (now: Date): Promise<number> =>
  db.$executeRaw`
    update "Alert" a set "refusals" = 0 where a."refusals" > 0 and exists (
      select 1 from "Letter" l
       where l."alertId" = a."id" and not l."bounced" and l."sentAt" < ${new Date(now.getTime() - daysForReports * day)}
         and not exists (select 1 from "Letter" later
                          where later."alertId" = a."id" and later."bounced" and later."queuedAt" > l."queuedAt"))`;
