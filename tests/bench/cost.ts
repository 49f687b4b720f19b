import { readFileSync } from "node:fs";
import pg from "pg";
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
export const memoryMbOf = (pids: readonly number[]): number => sumOf(memoriesMbOf(pids));

/** The same for each of them. */
export const memoriesMbOf = (pids: readonly number[]): number[] =>
  familiesOf(pids).map((one) => Number(/^Pss:\s+(\d+)/m.exec(read(`/proc/${one}/smaps_rollup`))?.[1] ?? 0) / 1024);

/** The server behind a database on this machine: it is nobody's child here. */
export async function serverOf(databaseUrl: string): Promise<number> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ pid: number }>("select pg_backend_pid() as pid");
    return Number(/^PPid:\s+(\d+)/m.exec(read(`/proc/${rows[0]?.pid ?? 0}/status`))?.[1]);
  } finally {
    await client.end();
  }
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
