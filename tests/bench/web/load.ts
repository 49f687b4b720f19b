import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
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

/**
 * Leaves a program to itself for a moment after its last answer: what it still does counts as its own, and does not slow down whoever
 * is asked next.
 */
export const settled = () => wait(500);

export const hasH2load = () => !spawnSync("h2load", ["--version"]).error;

/**
 * Asks for one address so many times, or a few more, over 16 connections, as a browser does that takes gzip. With `h2load`, which
 * leaves nearly all of the machine to whoever is asked.
 */
export async function load(url: string, atLeast: number, pids: readonly number[]): Promise<Load> {
  // Every connection asks equally often.
  const requests = Math.ceil(atLeast / connections) * connections;
  const folder = mkdtempSync(join(tmpdir(), "casebook-load-"));
  try {
    const log = join(folder, "log");
    const asked = ["--h1", "-n", `${requests}`, "-c", `${connections}`, "-H", "accept-encoding: gzip"];
    const before = cpuMsOf(pids);
    const { status } = spawnSync("h2load", [...asked, `--log-file=${log}`, url]);
    await settled();
    const cpuMs = (cpuMsOf(pids) - before) / requests;
    if (status !== 0) throw new Error(`h2load ended with ${status} when it asked for ${url}`);
    return { ...figuresOf(readFileSync(log, "utf8"), requests), cpuMs };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** From a line for each answer: when it was asked for, its status and how long it took; times in microseconds. */
function figuresOf(log: string, requests: number): Omit<Load, "cpuMs"> {
  const rows = log
    .trim()
    .split("\n")
    .map((line) => line.split("\t").map(Number) as [number, number, number]);
  const times = rows.map(([, , took]) => took / 1000).toSorted((one, two) => one - two);
  const begun = rows.reduce((least, [at]) => Math.min(least, at), Infinity);
  const ended = rows.reduce((most, [at, , took]) => Math.max(most, at + took), 0);
  return {
    rate: (rows.length / (ended - begun)) * 1e6,
    p50: times[Math.floor(times.length * 0.5)] ?? NaN,
    p99: times[Math.floor(times.length * 0.99)] ?? NaN,
    failed: rows.filter(([, status]) => status !== 200).length + requests - rows.length,
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
