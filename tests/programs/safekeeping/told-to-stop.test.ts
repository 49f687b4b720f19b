import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { everyTable } from "#tests/support/safekeeping/every-table.ts";
import { aVersion } from "#tests/support/versions.ts";

const url = process.env["DATABASE_URL"] ?? "";
const folder = await mkdtemp(join(tmpdir(), "casebook-told-"));
const archives = join(folder, "archives");
const archive = join(archives, "whole");
vi.stubEnv("FILES_DIR", join(folder, "files"));

beforeAll(async () => {
  await mkdir(archives);
  await aVersion("published");
  expect(await begin("backup/backup", archive).ended).toBe(0);
}, 60_000);
afterAll(() => rm(folder, { recursive: true, force: true }));

/** A program as npm runs it. */
function begin(...args: string[]) {
  const child = spawn(process.execPath, ["lib/programs/begin.mjs", ...args], { stdio: "ignore", detached: true });
  return { child, ended: once(child, "exit").then(([code]) => code as number | null) };
}

/** Runs a program until it waits for a table that somebody holds, tells it to stop there, and lets go. @returns its exit code */
async function stoppedAmid(signal: "SIGINT" | "SIGTERM", ...args: string[]): Promise<number | null> {
  const holder = new pg.Client({ connectionString: url });
  await holder.connect();
  try {
    await holder.query(`begin; lock table "SupportType" in access exclusive mode`);
    const { child, ended } = begin(...args);
    const waits = `select 1 from pg_locks where not granted and relation = '"SupportType"'::regclass`;
    await vi.waitUntil(async () => (await holder.query(waits)).rowCount, { timeout: 20_000, interval: 50 });
    // Ctrl-C reaches the whole group; a TERM comes from a supervisor, to the first.
    process.kill(signal === "SIGINT" ? -(child.pid ?? 0) : (child.pid ?? 0), signal);
    return await ended;
  } finally {
    await holder.end();
  }
}

test.each([
  ["SIGTERM", 143],
  ["SIGINT", 130],
] as const)(
  "a backup cut short by %s does not end well, and leaves nothing that could be taken for one",
  async (signal, code) => {
    expect(await stoppedAmid(signal, "backup/backup", join(archives, "cut-short"))).toBe(code);
    expect(await readdir(archives)).toEqual(["whole"]);
  },
  30_000,
);

test.each([
  ["restore/restore", [archive, "--replace"]],
  ["migrate/migrate", []],
])(
  "%s cut short does not end well either, and changes nothing",
  async (program, args) => {
    const before = await everyTable(url);
    expect(await stoppedAmid("SIGTERM", program, ...args)).toBe(143);
    expect(await everyTable(url)).toEqual(before);
  },
  30_000,
);
