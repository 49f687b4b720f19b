import { spawn, type ChildProcess } from "node:child_process";
import { chmod, mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { startEmbedded, type EmbeddedDatabase } from "#prisma/embedded.ts";
import { familyOf, killAll } from "#tests/support/processes.ts";

let folder = "";
let server: EmbeddedDatabase;
let other: ChildProcess | undefined;
const pidFile = () => join(folder, "data", "postmaster.pid");
const postmaster = async () => Number((await readFile(pidFile(), "utf8")).split("\n")[0]);

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "casebook-stale-"));
  await chmod(folder, 0o755);
  server = await startEmbedded(folder);
  const client = await connected();
  await client.query("create table kept as select 'a row' as what");
  await client.end();
});

afterEach(async () => {
  other?.kill();
  await server.stop();
  await rm(folder, { recursive: true, force: true });
});

async function connected() {
  const client = new pg.Client({ connectionString: server.urlOf("postgres") });
  client.on("error", () => undefined);
  await client.connect();
  return client;
}

/** As after a restart of the machine: the number in the file is that of another process of the same user. */
async function giveItsNumberAway() {
  const { uid, gid } = await stat(join(folder, "data"));
  other = spawn("sleep", ["120"], { uid, gid, cwd: "/" });
  const [, ...rest] = (await readFile(pidFile(), "utf8")).split("\n");
  await writeFile(pidFile(), [other.pid, ...rest].join("\n"));
}

async function expectWhole() {
  const client = await connected();
  expect((await client.query("select what from kept")).rows).toEqual([{ what: "a row" }]);
  await client.end();
}

describe.runIf(process.platform === "linux")("a killed server whose number another process has", () => {
  test("is started again, and leaves that process alone", async () => {
    await killAll(familyOf(await postmaster()));
    await giveItsNumberAway();
    server = await startEmbedded(folder);
    await expectWhole();
    expect(await postmaster()).not.toBe(other?.pid);
    expect(other?.exitCode).toBeNull();
  });

  test("is revived on the same port", async () => {
    await killAll(familyOf(await postmaster()));
    await giveItsNumberAway();
    expect(await server.revive()).toBe(true);
    await expectWhole();
  });

  test("is not started beside a process of its own that still works on the data", async () => {
    const client = await connected();
    const { rows } = await client.query<{ pid: number }>("select pg_backend_pid() as pid");
    client.query("select count(*) from generate_series(1, 1e12)").catch(() => undefined);
    await killAll([await postmaster()]);
    await giveItsNumberAway();
    await expect(startEmbedded(folder)).rejects.toThrow("shared memory");

    await killAll([rows[0]?.pid ?? 0]);
    server = await startEmbedded(folder);
    await expectWhole();
  });
});

test("a server that runs is taken over as it is", async () => {
  const pid = await postmaster();
  const second = await startEmbedded(folder);
  expect(await second.revive()).toBe(false);
  expect(await postmaster()).toBe(pid);
});
