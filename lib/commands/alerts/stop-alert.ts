import { db } from "#lib/data/db.ts";
import { findAlert, removeAlert } from "#lib/data/alerts/alerts.ts";

/** Ends an alert at once, with the letters about it. One that has ended already is no error: it is what was wanted. */
export async function stopAlert({ token }: { token: string }): Promise<void> {
  await db.$transaction(async (tx) => {
    const alert = await findAlert(token, tx);
    if (alert) await removeAlert(tx, alert);
  });
}
