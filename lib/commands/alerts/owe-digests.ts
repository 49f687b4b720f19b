import { listDue, lockAlert, type Alert } from "#lib/data/alerts/alerts.ts";
import { listNewMatches } from "#lib/data/alerts/new-matches.ts";
import { db } from "#lib/data/db.ts";
import { getCatalogue } from "#lib/data/directory/catalogue.ts";
import { oweLetter } from "#lib/data/letters/letters.ts";
import { latestClosing } from "#lib/domain/alerts/closing.ts";
import { readFilters } from "#lib/domain/alerts/query.ts";
import { createLog, type Log } from "#lib/ops/log.ts";

/**
 * Owes a letter about every alert that found something since it was last looked at. The letter and the mark up to which its owner
 * has been told are kept together, so whoever dies in between owes nobody two and skips nobody. Safe in several processes at once.
 */
export async function oweDigests(now = new Date(), log = createLog()): Promise<number> {
  const closings = { daily: latestClosing("daily", now), weekly: latestClosing("weekly", now) };
  let owed = 0;
  for (const alert of await listDue(closings)) if (await lookAt(alert, closings[alert.frequency], now, log)) owed++;
  return owed;
}

/** One that cannot be looked at is noted in the log and does not keep the others. */
async function lookAt(alert: Alert, until: Date, now: Date, log: Log): Promise<boolean> {
  try {
    const { query, void: isVoid } = readFilters(alert.query, await getCatalogue());
    if (isVoid) return await tellOfLoss(alert, now);
    const { total } = await listNewMatches(query, { since: alert.lookedAt, until }, 0);
    return await moveOn(alert, until, total > 0, now);
  } catch (error) {
    log.error({ alert: alert.id, err: error }, "an alert could not be looked at");
    return false;
  }
}

/** Sets the mark, and owes the letter if there is anything to tell. @returns whether it was owed */
async function moveOn(seen: Alert, until: Date, foundAny: boolean, now: Date): Promise<boolean> {
  return db.$transaction(async (tx) => {
    const alert = await lockAlert(tx, seen);
    // Another process was here, and has told of what this one found.
    if (alert?.lookedAt.getTime() !== seen.lookedAt.getTime()) return false;
    await tx.alert.update({ where: { id: alert.id }, data: { lookedAt: until, lostAt: null } });
    if (!foundAny) return false;
    const { id: alertId, personId: toId, lookedAt: since } = alert;
    await oweLetter(tx, { kind: "digest", toId, alertId, since, until, now });
    return true;
  });
}

/** Its owner hears of it once. The mark stays, so that nothing is missed if what was lost comes back. */
async function tellOfLoss(seen: Alert, now: Date): Promise<boolean> {
  if (seen.lostAt) return false;
  return db.$transaction(async (tx) => {
    const alert = await lockAlert(tx, seen);
    if (!alert || alert.lostAt) return false;
    await tx.alert.update({ where: { id: alert.id }, data: { lostAt: now } });
    await oweLetter(tx, { kind: "alertLost", toId: alert.personId, alertId: alert.id, now });
    return true;
  });
}
