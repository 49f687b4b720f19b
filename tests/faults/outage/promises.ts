import type { Tally } from "#tests/bench/outage/asking.ts";
import type { Recovery } from "#tests/bench/outage/recovery.ts";

export interface Figures {
  tallies: Record<string, Tally>;
  recovery: Recovery;
}

const slowestMs = 5000;
const healthMs = 1000;
const wellMs = 2000;

/** What was not as promised, all outage long and after it. */
export function brokenPromises({ tallies, recovery }: Figures): string[] {
  return [
    ...Object.entries(tallies).flatMap(([kind, tally]) => brokenTo(kind, tally)),
    ...Object.entries(recovery)
      .filter(([, ms]) => ms > wellMs)
      .map(([what, ms]) => `${what} took ${ms} ms after the database was back`),
  ];
}

function brokenTo(kind: string, { answers, times, wrong }: Tally): string[] {
  const slowest = Math.max(0, ...times);
  const longest = kind === "/healthz" ? healthMs : slowestMs;
  const bare = Object.entries(answers).filter(([status]) => status === "none" || (status >= "500" && status !== "503"));
  return [
    ...(times.length ? [] : [`${kind} was never asked for`]),
    ...bare.map(([status, count]) => `${kind}: ${count} answers of ${status}`),
    ...(wrong.length ? [`${kind}: ${wrong.length} wrong, such as ${wrong[0]}`] : []),
    ...(slowest > longest ? [`${kind}: the slowest took ${slowest.toFixed(0)} ms`] : []),
  ];
}
