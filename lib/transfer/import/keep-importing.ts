import { randomUUID } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import { holdNext } from "#lib/data/imports/holding.ts";
import { createLog } from "#lib/ops/log.ts";
import { runImport } from "./run-import.ts";

const everyMs = 2000;
const patienceMs = 15_000;

/**
 * Looks every two seconds whether a file waits to be looked through or brought in, and does that. Safe in several processes at once.
 *
 * @returns a function that stops it after the batch under way: whoever comes next goes on there
 */
export function keepImporting(): () => Promise<void> {
  const log = createLog();
  const heldBy = randomUUID();
  const stopping = new AbortController();
  let failing = false;
  let timer: NodeJS.Timeout | undefined;
  let round = Promise.resolve();
  const look = async () => {
    try {
      const id = await holdNext(heldBy);
      if (id) await runImport({ id, heldBy, signal: stopping.signal });
      failing = false;
    } catch (error) {
      // Said once: while the database is away, every look fails.
      if (!failing) log.error({ err: error }, "imports cannot be done at the moment");
      failing = true;
    }
    if (!stopping.signal.aborted) timer = setTimeout(again, everyMs);
  };
  const again = () => void (round = look());
  timer = setTimeout(again);
  return async () => {
    stopping.abort();
    clearTimeout(timer);
    await Promise.race([round, wait(patienceMs, undefined, { ref: false })]);
  };
}
