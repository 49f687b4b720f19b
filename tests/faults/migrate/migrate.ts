/*
 * Whether a migration can be applied while the site goes on.
 *
 *   npm run test:long -- migrate
 *   npm run test:long -- migrate --from=FOLDER   a data folder to copy, instead of filling a demonstration
 *
 * Migrations from now on are looked through by Squawk. Those of the last release are applied one after the other under readers of every
 * table, with a transaction open that has read them all for five seconds. Then one that adds to the tables everybody reads and writes is applied
 * under the running site, which goes on with code that does not know it. Takes about two minutes.
 */
import { execFile } from "node:child_process";
import { chmod, cp, mkdir, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { parseArgs, promisify } from "node:util";
import { createDatabase } from "#prisma/databases.ts";
import { findEmbedded, startEmbedded } from "#prisma/embedded.ts";
import { migrate, migrationsFolder } from "#prisma/migrate.ts";
import { startSite } from "#tests/support/running-site.ts";
import { loadSite, loadTables, openTransaction } from "./load.ts";
import { migrationsToLint, openSquawk } from "./squawk.ts";

const { values } = parseArgs({ options: { from: { type: "string" }, last: { type: "string", default: "6" } } });
const openMs = 5000;
const busyTables = ["Listing", "Version", "Revision", "CaseStudy", "Person", "Event"];
/** What a release typically adds. */
const expanding = `
  ALTER TABLE "Listing" ADD COLUMN "sample" text NOT NULL DEFAULT '';
  ALTER TABLE "Version" ADD COLUMN "sample" int;
  ALTER TABLE "Person" ADD COLUMN "sample" boolean NOT NULL DEFAULT false;
  CREATE TABLE "Sample" ("id" uuid PRIMARY KEY, "versionId" uuid NOT NULL REFERENCES "Version" ("id") ON DELETE CASCADE);
  CREATE INDEX ON "Sample" ("versionId");`;

const wrong: string[] = [];
const say = (name: string, figure: unknown) => console.log(`${name.padEnd(46)}${String(figure)}`);
const home = await mkdtemp(join(tmpdir(), "casebook-migrate-"));
await chmod(home, 0o755);

try {
  await lintAll();
  await migrateUnderReaders();
  await migrateUnderTheSite();
} finally {
  await rm(home, { recursive: true, force: true });
}
for (const what of wrong) console.error(what);
say("broken promises", wrong.length);
process.exit(wrong.length ? 1 : 0);

async function lintAll(): Promise<void> {
  const squawk = openSquawk();
  if (!squawk) return void wrong.push("Squawk could not be installed, so nothing was looked through");
  const bad = join(home, "bad.sql");
  await writeFile(
    bad,
    `ALTER TABLE "Person" ALTER COLUMN "name" TYPE int USING 1; ALTER TABLE "Person" DROP COLUMN "email";`,
  );
  const seen = (await squawk.lint(bad)).map(({ rule }) => rule);
  if (!seen.includes("changing-column-type") || !seen.includes("ban-drop-column"))
    wrong.push("Squawk does not see what is wrong");
  const migrations = migrationsToLint(fileURLToPath(migrationsFolder));
  for (const { name, file, may } of migrations)
    for (const { rule, line } of await squawk.lint(file))
      if (!may.includes(rule)) wrong.push(`${name}, line ${line}: ${rule}`);
  say("migrations looked through", migrations.length);
}

/** The schema of the release before, brought up to date a migration at a time. */
async function migrateUnderReaders(): Promise<void> {
  const embedded = await startEmbedded(join(home, "old"));
  try {
    await createDatabase(embedded.urlOf("postgres"), "old");
    const url = embedded.urlOf("old");
    const names = (await readdir(migrationsFolder, { withFileTypes: true })).filter((entry) => entry.isDirectory());
    const all = names.map(({ name }) => name).toSorted();
    const last = all.slice(-Number(values.last));
    await migrate(url, await folderWith(all.slice(0, -last.length)));
    const took = [];
    for (const [place, name] of last.entries()) {
      const load = await loadTables(url);
      const begun = performance.now();
      const open = openTransaction(url, busyTables, place === 0 ? openMs : 500);
      await migrate(url, await folderWith(all.slice(0, all.length - last.length + place + 1)));
      await open;
      const { asked, failed, slowestMs } = await load.stop();
      await load.close();
      took.push(slowestMs);
      if (failed.length) wrong.push(`${name}: ${failed.length} of ${asked} reads failed: ${failed[0]}`);
      say(
        name,
        `${Math.round(performance.now() - begun)} ms; ${asked} reads, slowest ${Math.round(slowestMs)} ms, ${failed.length} failed`,
      );
    }
    if (Math.max(...took) > 3000) wrong.push("a reader waited for more than three seconds");
    await noticeABadOne(url);
  } finally {
    await embedded.stop();
  }
}

/** Without its limits, a migration behind an open transaction keeps readers waiting until theirs run out: that must be seen. */
async function noticeABadOne(url: string): Promise<void> {
  const load = await loadTables(url);
  const open = openTransaction(url, busyTables, 6000);
  const { default: pg } = await import("pg");
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await new Promise((resolve) => setTimeout(resolve, 300));
  await client.query(`alter table "Listing" add column "bad" int`);
  await client.query(`alter table "Listing" drop column "bad"`);
  await Promise.all([client.end(), open]);
  const { failed } = await load.stop();
  await load.close();
  say("reads that a migration without limits fails", failed.length);
  if (!failed.length) wrong.push("a migration that keeps readers waiting was not seen");
}

async function migrateUnderTheSite(): Promise<void> {
  const data = join(home, "site");
  if (values.from) await promisify(execFile)("cp", ["-a", values.from, data]);
  const site = await startSite({ DATA_DIR: data });
  const url = (await findEmbedded(join(data, "postgres")))?.("casebook") ?? "";
  const load = loadSite(site.address);
  await new Promise((resolve) => setTimeout(resolve, 3000));
  const open = openTransaction(url, busyTables, openMs);
  const begun = performance.now();
  const applied = await migrate(url, await folderWith(null, expanding));
  say("a migration that adds, under the running site", `${Math.round(performance.now() - begun)} ms`);
  await open;
  // The code of before goes on with the schema of after.
  await new Promise((resolve) => setTimeout(resolve, 8000));
  const { asked, failed, slowestMs } = await load.stop();
  say("requests", `${asked}, slowest ${Math.round(slowestMs)} ms`);
  say("requests that failed", failed.length);
  if (applied.length !== 1) wrong.push(`${applied.length} migrations were applied`);
  if (asked < 40) wrong.push("there was hardly any load");
  if (failed.length) wrong.push(`${failed.length} of ${asked} requests failed: ${failed[0]}`);
  await site.stop();
}

/** A folder with some of the migrations, or all and one more. */
async function folderWith(names: readonly string[] | null, more?: string): Promise<URL> {
  const folder = await mkdtemp(join(home, "migrations-"));
  const every = (await readdir(migrationsFolder, { withFileTypes: true })).filter((entry) => entry.isDirectory());
  for (const name of names ?? every.map((entry) => entry.name))
    await cp(new URL(`${name}/`, migrationsFolder), join(folder, name), { recursive: true });
  if (more) {
    await mkdir(join(folder, "29991231235959_sample"));
    await writeFile(join(folder, "29991231235959_sample", "migration.sql"), more);
  }
  return pathToFileURL(`${folder}/`);
}
