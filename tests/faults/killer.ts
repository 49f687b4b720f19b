import { setTimeout as wait } from "node:timers/promises";
import { kinds, type FaultySite, type Kind } from "./site.ts";
import type { Tally } from "./web.ts";

export interface Kill {
  kind: Kind;
  at: number;
  /** Requests on their way when it came. */
  inFlight: number;
  /** Whether the start that followed was killed as well, before it was done. */
  startToo: boolean;
  /** Milliseconds until the site answered again and its jobs were at work, from the start that was not killed. */
  backAfter: number;
}

interface Plan {
  site: FaultySite;
  count: number;
  chance: () => number;
  tally: Tally;
  /** The steps of all clients together. */
  steps: number;
  /** How likely the start after a kill is killed as well. */
  startsToo?: number;
  /** Whether there is nothing left to disturb. */
  over: () => boolean;
  report: (kill: Kill, number: number) => void;
}

/** Kills in turn what the site is made of, at moments spread over the work, and starts it again each time. */
export async function killAgainAndAgain({
  site,
  count,
  chance,
  tally,
  steps,
  startsToo = 0.5,
  over,
  report,
}: Plan): Promise<Kill[]> {
  const kills: Kill[] = [];
  for (let number = 1; number <= count; number++) {
    const kind = kinds[number % kinds.length] ?? "everything";
    const due = (0.97 * steps * (number - 1 + chance())) / count;
    while (tally.steps < due && !over()) await wait(10);
    await wait(1000 * chance());
    // Somebody has to be there to be hurt.
    while (tally.inFlight === 0 && !over()) await wait(1);
    if (over()) break;

    const { inFlight } = tally;
    const at = Date.now();
    await site.kill(kind);
    const cutShort = ["site", "everything"].includes(kind) && chance() < startsToo ? 4000 * chance() : null;
    const backAfter = await site.recover(cutShort);
    const kill = { kind, at, inFlight, startToo: cutShort !== null, backAfter };
    kills.push(kill);
    report(kill, number);
  }
  return kills;
}
