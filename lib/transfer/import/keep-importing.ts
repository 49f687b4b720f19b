import { randomUUID } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import { refuseImport } from "#lib/commands/imports/end-stage.ts";
import { holdImport, holdNext, letGo } from "#lib/data/imports/holding.ts";
import { createLog } from "#lib/ops/log.ts";
import { runImport } from "./run-import.ts";

const everyMs = 2000;
const patienceMs = 15_000;
/** How often a file may fail for no reason of its own before it is given up. */
const mostFailures = 5;
const problem =
  "It could not be gone through because of a fault of this site, which is in its log. What had come in by then stays, and a repeat goes on there.";

/**
 * Looks every two seconds whether a file waits to be looked through or brought in, and does that. Safe in several processes at once.
 *
 * @returns a function that stops it after the batch under way: whoever comes next goes on there
 */
export function keepImporting(): () => Promise<void> {
  const log = createLog();
  const heldBy = randomUUID();
  const stopping = new AbortController();
  const failures = new Map<string, number>();
  let failing = false;
  let timer: NodeJS.Timeout | undefined;
  let round = Promise.resolve();
  const look = async () => {
    try {
      const id = await holdNext(heldBy);
      if (id) await tryImport(id);
      failing = false;
    } catch (error) {
      // Said once: while the database is away, every look fails.
      if (!failing) log.error({ err: error }, "imports cannot be done at the moment");
      failing = true;
    }
    if (!stopping.signal.aborted) timer = setTimeout(again, everyMs);
  };
  /** One that fails is put off for as long as it is held, so that the next file gets its turn, and given up in the end. */
  const tryImport = async (id: string) => {
    try {
      await runImport({ id, heldBy, signal: stopping.signal });
      failures.delete(id);
    } catch (error) {
      const count = (failures.get(id) ?? 0) + 1;
      failures.set(id, count);
      log.error({ err: error, import: id, failures: count }, "an import failed");
      if (!(await holdImport(id, heldBy)) || count < mostFailures) return;
      await refuseImport({ id, heldBy }, problem);
      await letGo(id, heldBy);
      failures.delete(id);
    }
  };
  const again = () => void (round = look());
  timer = setTimeout(again);
  return async () => {
    stopping.abort();
    clearTimeout(timer);
    await Promise.race([round, wait(patienceMs, undefined, { ref: false })]);
  };
}
