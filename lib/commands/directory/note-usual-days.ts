import { publicly, raiseGeneration } from "#lib/data/generation.ts";
import { countUsualDays, keepUsualDays } from "#lib/data/usual-days.ts";

/** Counts how long a decision usually takes, so that pages need not know what day it is. */
export async function noteUsualDays(now = new Date()): Promise<number | null> {
  const days = await countUsualDays(now);
  await publicly(async (tx) => {
    if (await keepUsualDays(tx, days, now)) await raiseGeneration(tx);
  });
  return days;
}
