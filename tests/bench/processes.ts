import { readFileSync } from "node:fs";
import pg from "pg";
import { familyOf } from "#tests/support/processes.ts";

// The clock of /proc, which is the same on every Linux that Node runs on.
const ticksPerSecond = 100;

/** Milliseconds of processor that some processes, and all they began, have used so far. */
export function cpuMsOf(...pids: readonly number[]): number {
  const ticks = pids.flatMap(familyOf).map((one) => {
    const fields = readOf(one, "stat")
      .replace(/^.*\) /s, "")
      .split(" ");
    // Its own, and what those of its children used that have ended.
    return fields.slice(11, 15).reduce((sum, field) => sum + Number(field), 0);
  });
  return (ticks.reduce((sum, one) => sum + one, 0) * 1000) / ticksPerSecond;
}

/** Megabytes of memory of each process that one began, and of itself: what it has to itself and its share of what several have. */
export function memoryOf(pid: number): number[] {
  return familyOf(pid).map((one) => Number(/^Pss:\s+(\d+)/m.exec(readOf(one, "smaps_rollup"))?.[1] ?? 0) / 1024);
}

/** The server behind a database on this machine: it is nobody's child here. */
export async function serverOf(databaseUrl: string): Promise<number> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ pid: number }>("select pg_backend_pid() as pid");
    return Number(/^PPid:\s+(\d+)/m.exec(readOf(rows[0]?.pid ?? 0, "status"))?.[1]);
  } finally {
    await client.end();
  }
}

/** What /proc says of a process; "" when it is gone. */
function readOf(pid: number, file: string): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, "utf8");
  } catch {
    return "";
  }
}
