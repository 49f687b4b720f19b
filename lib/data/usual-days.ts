import { toldDays } from "#lib/domain/reports/percentiles.ts";
import { db, type Queries } from "./db.ts";
import { daysToDecision, rounds } from "./reports/rounds.ts";

const name = "usual-days";
const year = 365 * 24 * 60 * 60 * 1000;

/** How many days a decision usually takes, as it was last counted. Null before anything was decided. */
export async function getUsualDays(): Promise<number | null> {
  return (await db.figure.findUnique({ where: { name } }))?.value ?? null;
}

/** The median number of whole days from submission to a decision over the last year, at least 1. What was imported was decided elsewhere. Null when there was none. */
export async function countUsualDays(now: Date): Promise<number | null> {
  const [row] = await db.$queryRaw<{ days: number | null }[]>`
    select percentile_cont(0.5) within group (order by ${daysToDecision})::float8 as "days" from ${rounds} round
     where "decided" between ${new Date(now.getTime() - year)} and ${now}`;
  return row?.days == null ? null : toldDays(row.days);
}

/** Keeps what was counted. @returns whether it is another number than before */
export async function keepUsualDays(tx: Queries, value: number | null, at: Date): Promise<boolean> {
  const before = await tx.figure.findUnique({ where: { name } });
  if (value === (before?.value ?? null)) return false;
  if (value === null) await tx.figure.delete({ where: { name } });
  else await tx.figure.upsert({ where: { name }, create: { name, value, at }, update: { value, at } });
  return true;
}
