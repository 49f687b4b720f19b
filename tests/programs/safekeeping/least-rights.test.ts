import { execFile } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { startInVain } from "#tests/support/running-site.ts";

const run = promisify(execFile);
const owner = process.env["DATABASE_URL"] ?? "";
const role = `casebook_test_${process.pid}_${randomBytes(3).toString("hex")}`;
const password = randomBytes(12).toString("hex");
const site = new URL(owner);
[site.username, site.password] = [role, password];
const folder = await mkdtemp(join(tmpdir(), "casebook-rights-"));
vi.stubEnv("FILES_DIR", folder);

async function ask(url: string, sql: string) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}
const migrating = (...args: string[]) => asOwner("migrate/migrate", ...args);
const asOwner = (program: string, ...args: string[]) => running({ DATABASE_URL: owner }, program, ...args);
const running = (env: Record<string, string>, program: string, ...args: string[]) =>
  run(process.execPath, [`lib/programs/${program}.ts`, ...args], { env: { ...process.env, ...env } }).then(
    ({ stdout }) => ({ code: 0, printed: stdout }),
    ({ stderr, code }: { stderr: string; code: number }) => ({ code, printed: stderr }),
  );

beforeAll(async () => {
  await ask(owner, `create role ${role} login password '${password}'`);
  expect(await migrating(role)).toEqual({
    code: 0,
    printed: expect.stringContaining(`${role} may read and write its rows`),
  });
  // Whatever is loaded from now on is the site, as that role.
  process.env["DATABASE_URL"] = site.href;
});
afterAll(async () => {
  const { db } = await import("#lib/data/db.ts");
  await db.$disconnect();
  await ask(owner, `drop owned by ${role}; drop role ${role}`);
  await rm(folder, { recursive: true, force: true });
});

describe("the role of the site can change no schema (V13.2.2)", () => {
  test.each([
    `drop table "Topic"`,
    `alter table "Topic" add column "x" int`,
    `truncate "Topic"`,
    `create table "x" ()`,
    "create schema x",
    `create function x() returns int language sql as 'select 1'`,
    "drop schema search cascade",
    "create or replace function search.rebuild() returns void language sql as ''",
    `alter table "Event" disable trigger user`,
    "set session_replication_role = replica",
    "update _prisma_migrations set checksum = ''",
    "create role x",
    "copy (select 1) to program 'true'",
    "select pg_read_file('/etc/passwd')",
  ])("%s", async (sql) => {
    await expect(ask(site.href, sql)).rejects.toThrow(/permission denied|must be (?:owner|superuser)/);
  });

  test("and the owner can, so the refusals are the role's", async () => {
    await ask(owner, `create table "x" (); drop table "x"`);
  });
});

test("the whole life of a case study, its erasure, and the jobs need no more", async () => {
  const { aVersion } = await import("#tests/support/versions.ts");
  const { erasePerson } = await import("#lib/commands/people/erasing/erase-person.ts");
  const { rebuildListing } = await import("#lib/commands/directory/rebuild-listing.ts");
  const { startJobs } = await import("#lib/jobs/start-jobs.ts");
  const { jobs } = await import("#lib/jobs/jobs.ts");
  const { author } = await aVersion("published");
  await aVersion("withdrawn");
  expect(await erasePerson({ personId: author.id })).toMatchObject({ ok: true });
  expect(await rebuildListing()).toBe(2);
  const stop = await startJobs();
  for (const { name, run: work } of jobs) if (name !== "check-links") await work();
  await stop();
  expect(await ask(site.href, `select current_user as who, sum("rows")::int as drift from search.drift`)).toEqual([
    { who: role, drift: 0 },
  ]);
}, 60_000);

test("after a restore the role has its rights again, and no others; of other roles it says that they have not", async () => {
  const archive = join(folder, "archive");
  await ask(owner, `create role ${role}_reader; grant select on "Topic" to ${role}_reader`);
  expect(await asOwner("backup/backup", archive)).toMatchObject({ code: 0 });
  const { code, printed } = await asOwner("restore/restore", archive, "--replace");
  await ask(owner, `drop owned by ${role}_reader; drop role ${role}_reader`);

  expect(code).toBe(0);
  expect(printed).toContain(`May read and write its rows again: ${role}.`);
  expect(printed).toContain(`Their rights went with the tables: ${role}_reader. Give them anew`);
  const tables = `select count(*)::int as n from pg_tables where schemaname in ('public', 'search', 'pgboss')
    and not has_table_privilege(format('%I.%I', schemaname, tablename), 'select, insert, update, delete')`;
  expect(await ask(site.href, tables)).toEqual([{ n: 0 }]);
  expect((await ask(site.href, `update "Topic" set "position" = "position" returning 1`)).length).toBeGreaterThan(10);
  expect(await ask(site.href, `select sum("rows")::int as drift from search.drift`)).toEqual([{ drift: 0 }]);
  await expect(ask(site.href, "update _prisma_migrations set checksum = ''")).rejects.toThrow(/permission denied/);
  await expect(ask(site.href, `truncate "Topic"`)).rejects.toThrow(/permission denied/);
}, 60_000);

test("a role that may do everything is refused, and one that is not there", async () => {
  const [{ who = "" } = {}] = (await ask(owner, "select current_user as who")) as { who?: string }[];
  expect((await migrating(who)).printed).toContain("may do everything already");
  expect((await migrating("nobody_such")).printed).toContain("There is no role nobody_such");
});

const rows = join(folder, "rows.csv");
const commands: [program: string, ...args: string[]][] = [
  ["administrator", "first@council.example", "The First"],
  ["people/about", "first@council.example"],
  ["people/erase", "nobody@council.example"],
  ["import", rows, "--source", "Old", "--dry-run", "--as", "first@council.example"],
  ["rebuild"],
];

describe.each(["off", "on"])("commands need no more on a database that is up to date (MIGRATE=%s)", (MIGRATE) => {
  test.each(commands)("%s", async (...command) => {
    await writeFile(rows, "title,council\n");
    const { code, printed } = await running({ DATABASE_URL: site.href, MIGRATE }, ...command);
    expect([code, printed]).toEqual([0, expect.any(String)]);
  });
});

test("with MIGRATE=off a database that is older than the code is refused, by the site and by commands", async () => {
  await ask(owner, `delete from _prisma_migrations where migration_name like '%_owed_projections'`);
  for (const command of commands)
    expect(await running({ DATABASE_URL: owner, MIGRATE: "off" }, ...command)).toEqual({
      code: 1,
      printed: expect.stringMatching(/older than this code: it lacks \d+_owed_projections\. Run npm run migrate/),
    });
  const { code, printed } = await startInVain({ DATABASE_URL: site.href, MIGRATE: "off" });
  expect([code, printed]).toEqual([
    1,
    expect.stringMatching(/older than this code: it lacks \d+_owed_projections\. Run npm run migrate/),
  ]);
});
