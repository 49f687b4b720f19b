import { execFileSync } from "node:child_process";
import { setTimeout as wait } from "node:timers/promises";

/** A process and all that it started, itself first. */
export function familyOf(pid: number): number[] {
  const pairs = execFileSync("ps", ["-eo", "pid=,ppid="], { encoding: "utf8" })
    .trim()
    .split("\n")
    .map((line) => line.trim().split(/\s+/).map(Number));
  const family = [pid];
  for (const one of family) family.push(...pairs.filter(([, parent]) => parent === one).map(([child = 0]) => child));
  return family;
}

/** What a process was started as; "" when it is gone. */
export function commandOf(pid: number): string {
  try {
    return execFileSync("ps", ["-ww", "-o", "args=", "-p", String(pid)], { encoding: "utf8" });
  } catch {
    return "";
  }
}

export function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

/** Ends processes in the way that leaves them no say, and resolves when they are gone. */
export async function killAll(pids: readonly number[]): Promise<void> {
  for (const pid of pids) if (isAlive(pid)) process.kill(pid, "SIGKILL");
  while (pids.some(isAlive)) await wait(20);
}
