import { readFileSync } from "node:fs";
import { commandOf, familyOf } from "#tests/support/processes.ts";

/** What each process of the site held after so many requests, in megabytes, by its name and number. */
export interface Sample {
  requests: number;
  memory: Record<string, number>;
}

/** @param first the process the site was begun with */
export function sampleMemory(first: number): Record<string, number> {
  const memory: Record<string, number> = {};
  for (const pid of familyOf(first)) {
    const name = /lib\/programs\/(renderer|worker|start)\.ts/.exec(commandOf(pid))?.[1];
    const kilobytes = name && /VmRSS:\s+(\d+)/.exec(statusOf(pid))?.[1];
    if (kilobytes) memory[`${name} ${pid}`] = Number(kilobytes) / 1024;
  }
  return memory;
}

function statusOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/status`, "utf8");
  } catch {
    return "";
  }
}

/** What a process held after each quarter of the time: what only grows is told from what grew once. */
export const quartersOf = (samples: readonly Sample[], name: string): number[] =>
  [1, 2, 3, 4].map((quarter) => samples[Math.ceil((samples.length * quarter) / 4) - 1]?.memory[name] ?? NaN);

/** By how many megabytes each process grew for each 10,000 requests, by least squares. */
export function slopeOf(samples: readonly Sample[]): [name: string, slope: number][] {
  const names = Object.keys(samples.at(-1)?.memory ?? {});
  return names.map((name) => {
    const points = samples.flatMap(({ requests, memory }) => (name in memory ? [[requests, memory[name] ?? 0]] : []));
    const mean = (at: 0 | 1) => points.reduce((sum, point) => sum + (point[at] ?? 0), 0) / points.length;
    const [x, y] = [mean(0), mean(1)];
    const above = points.reduce((sum, [one = 0, other = 0]) => sum + (one - x) * (other - y), 0);
    const below = points.reduce((sum, [one = 0]) => sum + (one - x) ** 2, 0);
    return [name, below ? (above / below) * 10_000 : 0];
  });
}

/** The same samples with 5 MB more for each 10,000 requests: whoever does not see that sees nothing. */
export const growing = (samples: readonly Sample[]): Sample[] =>
  samples.map(({ requests, memory }) => ({
    requests,
    memory: Object.fromEntries(Object.entries(memory).map(([name, held]) => [name, held + (requests / 10_000) * 5])),
  }));
