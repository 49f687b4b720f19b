import { readFileSync } from "node:fs";
import { familyOf } from "#tests/support/processes.ts";

// The clock of /proc, which is the same on every Linux that Node runs on.
const ticksPerSecond = 100;

/** Milliseconds of processor that processes and all they began have used so far. */
export function cpuMsOf(pids: readonly number[]): number {
  const ticks = familiesOf(pids).map((one) => {
    const [user = 0, system = 0, usersOfEnded = 0, systemOfEnded = 0] = read(`/proc/${one}/stat`)
      .replace(/^.*\) /s, "")
      .split(" ")
      .slice(11, 15)
      .map(Number);
    // What its children used that have ended meanwhile, such as connections of a database, is kept here only.
    return user + system + usersOfEnded + systemOfEnded;
  });
  return (sumOf(ticks) * 1000) / ticksPerSecond;
}

/** Mebibytes that processes and all they began hold, where what several of them share counts once. */
export function memoryMbOf(pids: readonly number[]): number {
  const kilobytes = familiesOf(pids).map((one) =>
    Number(/^Pss:\s+(\d+)/m.exec(read(`/proc/${one}/smaps_rollup`))?.[1] ?? 0),
  );
  return sumOf(kilobytes) / 1024;
}

const familiesOf = (pids: readonly number[]) => [...new Set(pids.flatMap(familyOf))];
const sumOf = (numbers: readonly number[]) => numbers.reduce((sum, one) => sum + one, 0);

/** "" for a process that has ended meanwhile. */
function read(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
}
