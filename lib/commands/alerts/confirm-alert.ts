import { db } from "#lib/data/db.ts";
import { findAlert, lockAlert } from "#lib/data/alerts/alerts.ts";
import { ok, refuse } from "#lib/domain/result.ts";

/**
 * Confirms an alert: from now on it tells of what is published. A second time changes nothing. It proves no more than that
 * its owner wants the alert: their address stays unproved for everything else.
 */
export async function confirmAlert({ token, now = new Date() }: { token: string; now?: Date }) {
  return db.$transaction(async (tx) => {
    const found = await findAlert(token, tx);
    const alert = found && (await lockAlert(tx, found));
    if (!alert) return refuse("not-found");
    if (alert.confirmedAt) return ok(null);
    await tx.alert.update({ where: { id: alert.id }, data: { confirmedAt: now, lookedAt: now } });
    return ok(null);
  });
}
