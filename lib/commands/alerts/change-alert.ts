import { db } from "#lib/data/db.ts";
import { findAlert, lockAlert } from "#lib/data/alerts/alerts.ts";
import type { Frequency } from "#lib/domain/alerts/frequencies.ts";
import { ok, refuse } from "#lib/domain/result.ts";

/** Changes how often an alert writes. What its owner has not been told of yet comes with the next letter. */
export async function changeAlert({ token, frequency }: { token: string; frequency: Frequency }) {
  return db.$transaction(async (tx) => {
    const found = await findAlert(token, tx);
    const alert = found && (await lockAlert(tx, found));
    if (!alert) return refuse("not-found");
    await tx.alert.update({ where: { id: alert.id }, data: { frequency } });
    return ok(null);
  });
}
