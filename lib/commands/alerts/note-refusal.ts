import { lockAlert, removeAlert } from "#lib/data/alerts/alerts.ts";
import { db } from "#lib/data/db.ts";
import { mostRefusals } from "#lib/domain/alerts/limits.ts";

/** Notes that a letter about an alert was refused for good. After several in a row, or before it is confirmed, the alert ends. */
export async function noteRefusal(alertId: string): Promise<void> {
  await db.$transaction(async (tx) => {
    const found = await tx.alert.findUnique({ where: { id: alertId } });
    const alert = found && (await lockAlert(tx, found));
    if (!alert) return;
    if (!alert.confirmedAt || alert.refusals + 1 >= mostRefusals) await removeAlert(tx, alert);
    else await tx.alert.update({ where: { id: alertId }, data: { refusals: { increment: 1 } } });
  });
}

/** Notes that a letter arrived: only refusals in a row count. */
export async function noteArrival(alertId: string): Promise<void> {
  await db.alert.updateMany({ where: { id: alertId, refusals: { gt: 0 } }, data: { refusals: 0 } });
}
