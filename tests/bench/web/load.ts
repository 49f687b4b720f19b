import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { familyOf } from "#tests/support/processes.ts";

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

const connections = 16;
// The clock of /proc, which is the same on every Linux that Node runs on.
const ticksPerSecond = 100;

/** Milliseconds of processor that a process and all it began have used so far. */
export function cpuMsOf(pid: number): number {
  const ticks = familyOf(pid).map((one) => {
    try {
      const fields = readFileSync(`/proc/${one}/stat`, "utf8")
        .replace(/^.*\) /s, "")
        .split(" ");
      return Number(fields[11]) + Number(fields[12]);
    } catch {
      return 0;
    }
  });
  return (ticks.reduce((sum, one) => sum + one, 0) * 1000) / ticksPerSecond;
}

/** Asks for one address so many times over 16 connections, with `hey`. */
export function load(url: string, requests: number, pid: number): Load {
  const before = cpuMsOf(pid);
  const { stdout, status } = spawnSync("hey", ["-n", `${requests}`, "-c", `${connections}`, "-o", "csv", url], {
    encoding: "utf8",
    maxBuffer: 2 ** 28,
  });
  if (status !== 0) throw new Error("The load comes from hey, which has to be installed: apt-get install hey");
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
    cpuMs: (cpuMsOf(pid) - before) / requests,
    failed: rows.filter((row) => row[6] !== "200").length + requests - rows.length,
  };
}
