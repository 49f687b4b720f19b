import { expect, vi } from "vitest";
import { db, type Queries } from "#lib/data/db.ts";

/**
 * Begins something while somebody holds what it needs, and has them change and leave that as soon as it waits for it.
 *
 * @returns what came of it
 */
export async function meanwhile<Value>(
  begin: () => Promise<Value>,
  { hold, change }: Record<"hold" | "change", (tx: Queries) => Promise<unknown>>,
): Promise<Value> {
  const { outcome } = await db.$transaction(async (tx) => {
    await hold(tx);
    const outcome = begin();
    outcome.catch(() => undefined);
    await vi.waitFor(async () => expect(await countWaiting()).toBeGreaterThan(0), { timeout: 2500 });
    await change(tx);
    return { outcome };
  });
  return outcome;
}

async function countWaiting(): Promise<number> {
  const rows = await db.$queryRaw`
    select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
  return (rows as unknown[]).length;
}
