import { spawnSync } from "node:child_process";
import { cpuMsOf } from "../cost.ts";

export interface Load {
  /** Requests answered in a second. */
  rate: number;
  /** Milliseconds. */
  p50: number;
  p99: number;
  /** Milliseconds of processor for one request, over all the processes of the target. */
  cpuMs: number;
  failed: number;
}

/** How many ask at once. */
export const connections = 16;

export const hasHey = () => !spawnSync("hey", ["-h"]).error;

/** Asks for one address so many times, or a few more, over 16 connections, with `hey`. */
export function load(url: string, atLeast: number, pids: readonly number[]): Load {
  // Every connection asks equally often.
  const requests = Math.ceil(atLeast / connections) * connections;
  const before = cpuMsOf(pids);
  const { stdout, status } = spawnSync("hey", ["-n", `${requests}`, "-c", `${connections}`, "-o", "csv", url], {
    encoding: "utf8",
    maxBuffer: 2 ** 28,
  });
  if (status !== 0) throw new Error(`hey ended with ${status} when it asked for ${url}`);
  const rows = stdout
    .trim()
    .split("\n")
    .slice(1)
    .map((line) => line.split(","));
  const times = rows.map(([seconds]) => Number(seconds) * 1000).toSorted((one, two) => one - two);
  const ends = rows.map((row) => Number(row[7]) + Number(row[0]));
  return {
    rate: rows.length / Math.max(...ends),
    p50: times[Math.floor(times.length * 0.5)] ?? NaN,
    p99: times[Math.floor(times.length * 0.99)] ?? NaN,
    cpuMs: (cpuMsOf(pids) - before) / requests,
    failed: rows.filter((row) => row[6] !== "200").length + requests - rows.length,
  };
}

/** The middle one of each figure over several runs, and all that failed. */
export function middleOf(runs: readonly Load[]): Load {
  const middle = (of: (run: Load) => number) => runs.map(of).toSorted((a, b) => a - b)[runs.length >> 1] ?? NaN;
  return {
    rate: middle(({ rate }) => rate),
    p50: middle(({ p50 }) => p50),
    p99: middle(({ p99 }) => p99),
    cpuMs: middle(({ cpuMs }) => cpuMs),
    failed: runs.reduce((sum, { failed }) => sum + failed, 0),
  };
}
