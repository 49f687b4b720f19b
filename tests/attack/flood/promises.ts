import type { Tallies } from "./crowd.ts";
import type { Told } from "./ask.ts";

/** What a flood is held against. Times in milliseconds, memory in megabytes, one figure a second. */
export interface Found {
  /** Of kept pages before the flood and during it, and of the service's word that it lives. */
  idle: Told[];
  kept: Told[];
  health: Told[];
  crowd: Told[];
  memory: number[];
  /** Searches one by one, and those of a crowd that asks for nothing else. */
  alone: Told[];
  together: Told[];
  /** Two seconds later. */
  after: Told[];
}

export function p99(told: readonly Told[], at = 0.99): number {
  const times = told.map(({ ms }) => ms).toSorted((one, two) => one - two);
  return times[Math.floor((times.length - 1) * at)] ?? NaN;
}

export const served = (told: readonly Told[]) => told.filter(({ status }) => status > 0 && status < 400);
export const turnedAway = (told: readonly Told[]) =>
  told.filter(({ status, again }) => [429, 503].includes(status) && again);
const isWrong = ({ status, again }: Told) => status === 0 || (status >= 500 && !(status === 503 && again));

/** How much more memory the last quarter took than the second, as a share: the first fills what is kept for readers. */
export function growth(memory: readonly number[]): number {
  const quarter = Math.floor(memory.length / 4);
  const mean = (some: readonly number[]) => some.reduce((sum, one) => sum + one, 0) / some.length;
  return mean(memory.slice(-quarter)) / mean(memory.slice(quarter, 2 * quarter)) - 1;
}

/**
 * That searches and kept pages take no longer than five times what they take while nothing else happens is not reached, and
 * told as it stands. Searches may wait for five seconds; a kept page comes sooner than one that is made while nothing happens, and
 * within a tenth of a second however long that takes.
 */
export const most = { ratio: 5, keptMs: 100, healthMs: 1000, growth: 0.1, waitedMs: 5500 };

/** Each promise, the figure it stands at, and whether it is kept. */
export function promisesOf(found: Found): { name: string; figure: string; kept: boolean }[] {
  const { idle, kept, health, crowd, memory, alone, together, after } = found;
  const ratio = p99(served(kept)) / p99(idle);
  const admitted = p99(served(together)) / p99(served(alone));
  const slowest = p99(health, 1);
  const wrong = [...kept, ...health, ...crowd, ...alone, ...together].filter(isWrong).length;
  const late = p99(after, 1);
  const ms = (time: number) => `${time.toFixed(1)} ms`;
  return [
    {
      name: "kept pages, 99th percentile",
      figure: `${ms(p99(idle))} idle, ${ms(p99(served(kept)))} in the flood: ${ratio.toFixed(1)} times`,
      kept: p99(served(kept)) <= Math.min(p99(served(alone)), most.keptMs),
    },
    {
      name: "kept pages that were refused",
      figure: `${kept.length - served(kept).length}`,
      kept: served(kept).length === kept.length,
    },
    { name: "slowest word that it lives", figure: ms(slowest), kept: slowest <= most.healthMs },
    { name: "answered wrongly or not at all", figure: `${wrong}`, kept: wrong === 0 },
    {
      name: "memory, last quarter over the second",
      figure: `${(growth(memory) * 100).toFixed(1)} %`,
      kept: growth(memory) <= most.growth,
    },
    {
      name: "searches let in, 99th percentile",
      figure: `${ms(p99(served(alone)))} alone, ${ms(p99(served(together)))} of 300: ${admitted.toFixed(1)} times`,
      kept: p99(served(together)) <= most.waitedMs,
    },
    {
      name: "searches turned away",
      figure: `${turnedAway(together).length} of ${together.length}`,
      kept: turnedAway(together).length > 0,
    },
    {
      name: "slowest of searches and pages two seconds later",
      figure: ms(late),
      kept: served(after).length === after.length && late <= Math.max(most.ratio * p99(served(alone)), 500),
    },
  ];
}

/** Everybody's answers but those of whoever measures. */
export const allOf = (tallies: Tallies): Told[] => Object.values(tallies).flat();
