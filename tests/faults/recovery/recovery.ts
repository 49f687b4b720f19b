/*
 * Whether a database can be put back to how it was two seconds before a mistake, as README describes it for servers of one's own.
 *
 *   npm run test:long -- recovery
 *
 * A server archives what it writes; a base backup is copied while it is written to; a table is dropped; another server is started on
 * the copy and stops at the moment wanted. Then every table and index of it is looked through with amcheck. Takes half a minute.
 */
import { execFile } from "node:child_process";
import { appendFile, chmod, chown, cp, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { promisify } from "node:util";
import pg from "pg";
import { createDatabase } from "#prisma/databases.ts";
import { startEmbedded } from "#prisma/embedded.ts";
import { migrate } from "#prisma/migrate.ts";
import { everyTable } from "#tests/support/safekeeping/every-table.ts";
import { corruptedIndex, lookThrough } from "./amcheck.ts";

const run = promisify(execFile);
const home = await mkdtemp(join(tmpdir(), "casebook-recovery-"));
await chmod(home, 0o755);
const [archive, base] = [join(home, "archive"), join(home, "base")];
const begun = performance.now();
const wrong: string[] = [];
const say = (name: string, figure: unknown) => console.log(`${name.padEnd(46)}${String(figure)}`);
const expect = (what: string, holds: boolean) => void (holds || wrong.push(what));

async function ask<Row extends pg.QueryResultRow>(url: string, ...statements: string[]): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    let rows: Row[] = [];
    for (const statement of statements) ({ rows } = await client.query<Row>(statement));
    return rows;
  } finally {
    await client.end();
  }
}

try {
  const primary = await startEmbedded(join(home, "primary"));
  await createDatabase(primary.urlOf("postgres"), "casebook");
  const url = primary.urlOf("casebook");
  await primary.stop();
  const data = join(home, "primary", "data");
  const { uid, gid } = await stat(data);
  await mkdir(archive);
  await chown(archive, uid, gid);
  // What README says, with another way to copy.
  await appendFile(
    join(data, "postgresql.auto.conf"),
    `\narchive_mode = on\narchive_command = 'test ! -f ${archive}/%f && cp %p ${archive}/%f.new && mv ${archive}/%f.new ${archive}/%f'\narchive_timeout = 60\n`,
  );
  await primary.revive();
  await migrate(url);
  await run(process.execPath, ["tests/support/load-reference-lists.ts"], {
    env: { ...process.env, DATABASE_URL: url },
  });

  await copyBase(url, data);
  await ask(
    url,
    `insert into "Topic" ("id", "slug", "name", "position") values ('after-the-copy', 'after-the-copy', 'After the copy', 999)`,
  );
  const before = await everyTable(url);
  const [{ moment = "" } = {}] = await ask<{ moment: string }>(url, "select clock_timestamp()::text as moment");
  await wait(2000);
  await ask(url, `drop table "Topic" cascade`, `delete from "Person"`, "select pg_switch_wal()");
  expect("the table is still there", !("public.Topic" in (await everyTable(url))));
  await untilArchived(url);
  await primary.stop();

  const recovering = performance.now();
  const own = join(home, "recovered");
  await mkdir(own);
  await run("cp", ["-a", base, join(own, "data")]);
  for (const file of ["password"]) await cp(join(home, "primary", file), join(own, file));
  await appendFile(
    join(own, "data", "postgresql.auto.conf"),
    `\narchive_mode = off\nrestore_command = 'cp ${archive}/%f %p'\nrecovery_target_time = '${moment}'\nrecovery_target_action = 'promote'\n`,
  );
  await writeFile(join(own, "data", "recovery.signal"), "");
  // PostgreSQL may run as a user of its own.
  for (const file of ["recovery.signal", "backup_label"]) await chown(join(own, "data", file), uid, gid);
  const recovered = await startEmbedded(own);
  const back = recovered.urlOf("casebook");
  while ((await ask<{ yet: boolean }>(back, "select pg_is_in_recovery() as yet"))[0]?.yet) await wait(50);
  say("recovered to two seconds before, in", `${((performance.now() - recovering) / 1000).toFixed(1)} s`);
  const after = await everyTable(back);
  const unlike = Object.keys(before).filter((name) => before[name] !== after[name]);
  say("tables compared", Object.keys(before).length);
  expect(`these tables are not as they were: ${unlike.join(", ")}`, !unlike.length);
  const [topic] = await ask<{ n: number }>(
    back,
    `select count(*)::int as n from "Topic" where "id" = 'after-the-copy'`,
  );
  expect("what was written after the copy is missing", topic?.n === 1);

  const looked = await lookThrough(back);
  say("tables and indexes looked through", `${looked.tables}, ${looked.indexes}`);
  expect(`amcheck found: ${looked.found.join("; ")}`, !looked.found.length && looked.tables > 50);
  const noticed = await corruptedIndex(back);
  say("a damaged index, to see whether it is noticed", noticed || "not noticed");
  expect("amcheck did not notice a damaged index", Boolean(noticed));
  await recovered.stop();
} finally {
  await rm(home, { recursive: true, force: true });
}
for (const what of wrong) console.error(what);
say("seconds", Math.round((performance.now() - begun) / 1000));
say("broken promises", wrong.length);
process.exit(wrong.length ? 1 : 0);

/** Copies the files of a server that goes on, between the two calls that make such a copy one to recover from. */
async function copyBase(url: string, data: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query("select pg_backup_start('base', true)");
    await run("cp", ["-a", data, base]);
    const { rows } = await client.query<{ labelfile: string; spcmapfile: string }>(
      "select labelfile, spcmapfile from pg_backup_stop()",
    );
    await writeFile(join(base, "backup_label"), rows[0]?.labelfile ?? "");
    for (const name of ["postmaster.pid", "postmaster.opts"]) await rm(join(base, name), { force: true });
    for (const name of await readdir(join(base, "pg_wal"), { withFileTypes: true }))
      if (name.isFile()) await rm(join(base, "pg_wal", name.name));
  } finally {
    await client.end();
  }
}

/** Until what was written last has come to the archive. */
async function untilArchived(url: string): Promise<void> {
  const [{ name = "" } = {}] = await ask<{ name: string }>(
    url,
    "select pg_walfile_name(pg_current_wal_lsn() - 1) as name",
  );
  for (const until = Date.now() + 20_000; Date.now() < until; await wait(100)) {
    const files = await readdir(archive);
    const ready =
      files
        .filter((file) => /^[0-9A-F]{24}$/.test(file))
        .toSorted()
        .at(-1) ?? "";
    if (ready >= name || (await readFile(join(archive, name)).catch(() => null))) return;
    await ask(url, "select pg_switch_wal()");
  }
  throw new Error("The archive did not receive what was written");
}
