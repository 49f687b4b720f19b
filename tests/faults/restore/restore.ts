/*
 * Whether a backup of the running site is the site: restored elsewhere it has the same tables, files and pages, and one that is damaged,
 * cut short, opened with another key or killed leaves nothing that a site would start with.
 *
 *   npm run test:long -- restore
 *   npm run test:long -- restore --from=FOLDER   a data folder to copy, instead of filling a demonstration
 *
 * It starts the site on data folders of its own, twice. Takes about two minutes, and one more where it fills the demonstration.
 */
import { execFile } from "node:child_process";
import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs, promisify } from "node:util";
import { startEmbedded } from "#prisma/embedded.ts";
import { everyTable } from "#tests/support/safekeeping/every-table.ts";
import { startSite } from "#tests/support/running-site.ts";
import { chanceOf } from "../chance.ts";
import { cutAt, flipAt } from "./damage.ts";
import { differences, everyFile, pagesOf } from "./everything.ts";
import { outcomeOf, runAndKill } from "./programs.ts";

const { values } = parseArgs({ options: { from: { type: "string" }, seed: { type: "string" } } });
const seed = Number(values.seed ?? Date.now() % 1_000_000);
const chance = chanceOf(seed, "restore");
const home = await mkdtemp(join(tmpdir(), "casebook-restore-"));
await chmod(home, 0o755);
const [first, second, killed] = ["first", "second", "killed"].map((name) => join(home, name)) as [
  string,
  string,
  string,
];
const archive = join(home, "backup");
const key = "a key of backups, which is long enough to be one";
const wrong: string[] = [];
const say = (name: string, figure: unknown) => console.log(`${name.padEnd(46)}${String(figure)}`);
const expect = (what: string, holds: boolean) => void (holds || wrong.push(what));

/** The tables of a data folder whose site is stopped; null where a site would find no database. */
async function tablesOf(folder: string): Promise<Record<string, string> | null> {
  const embedded = await startEmbedded(join(folder, "postgres"));
  return everyTable(embedded.urlOf("casebook"))
    .catch(() => null)
    .finally(() => embedded.stop());
}

try {
  say("seed", seed);
  if (values.from) await promisify(execFile)("cp", ["-a", values.from, first]);
  let site = await startSite({ DATA_DIR: first });
  const pages = await pagesOf(site.address);
  const backup = await outcomeOf("backup", [archive], { DATA_DIR: first, BACKUP_KEY: key });
  expect(`the backup ended with ${backup.code}: ${backup.complaint}`, backup.code === 0);
  say("backup, beside the running site", `${backup.seconds.toFixed(1)} s`);
  await site.stop();

  const restored = await outcomeOf("restore", [archive], { DATA_DIR: second, BACKUP_KEY: key });
  expect(`the restore ended with ${restored.code}: ${restored.complaint}`, restored.code === 0);
  say("restore, compared", `${restored.seconds.toFixed(1)} s`);

  const [before, after] = [await tablesOf(first), await tablesOf(second)];
  // What the running site goes on noting for itself, and what a restore makes higher.
  const aside = [
    "public.Generation",
    "public.Lease",
    "public.Download",
    "public.Figure",
    "public.SearchLog",
    "public.LimitUse",
  ];
  const unlike = differences(before ?? {}, after ?? {}).filter((name) => !aside.includes(name));
  say("tables compared", Object.keys(before ?? {}).length - aside.length);
  expect(`these tables differ: ${unlike.join(", ")}`, !unlike.length && Object.keys(after ?? {}).length > 45);
  const [files, copies] = [await everyFile(join(first, "files")), await everyFile(join(second, "files"))];
  say("files compared", Object.keys(files).length);
  expect(`these files differ: ${differences(files, copies).join(", ")}`, !differences(files, copies).length);
  // The comparisons must see what is wrong.
  expect(
    "a table that differs was not seen",
    differences(before ?? {}, { ...after, "public.Topic": "0 x" }).includes("public.Topic"),
  );
  expect("a file that is missing was not seen", differences({ ...files, more: "" }, copies).length === 1);
  const drifted = await driftOf(second);
  expect(`the search has drifted: ${drifted}`, drifted === "0");

  const begun = performance.now();
  site = await startSite({ DATA_DIR: second });
  say("start of the site on the copy", `${((performance.now() - begun) / 1000).toFixed(1)} s`);
  const again = await pagesOf(site.address);
  say("pages compared", Object.keys(pages).length);
  expect(`these pages differ: ${differences(pages, again).join(", ")}`, !differences(pages, again).length);
  const inUse = await outcomeOf("restore", [archive, "--replace"], { DATA_DIR: second, BACKUP_KEY: key });
  expect("it was restored under a running site", inUse.code === 1 && inUse.complaint.includes("in use"));
  await site.stop();

  const settled = await tablesOf(second);
  let refusals = 0;
  for (const [what, damage] of [
    ...[0.001, chance()].map((at) => [`a byte flipped at ${at.toFixed(4)}`, flipAt(at)] as const),
    ...[0, chance(), 0.99999].map((at) => [`cut at ${at.toFixed(4)}`, cutAt(at)] as const),
    ["another key", null] as const,
  ]) {
    const path = damage ? await damage(archive, join(home, "damaged")) : archive;
    const empty = join(home, "empty");
    const outcome = await outcomeOf("restore", [path], { DATA_DIR: empty, BACKUP_KEY: damage ? key : `${key}!` });
    const inWords = outcome.complaint.split("\n").length === 1 && outcome.complaint.endsWith("Nothing was restored.");
    expect(`${what}: it ended with ${outcome.code}: ${outcome.complaint}`, outcome.code === 1 && inWords);
    expect(`${what}: something is there that a site would start with`, (await tablesOf(empty)) === null);
    refusals += 1;
    await rm(empty, { recursive: true, force: true });
  }
  say("damaged archives refused", refusals);

  let kills = 0;
  for (const said of ["Restoring", "Files 150", "Comparing", "Comparing"]) {
    const when = { said, afterMs: Math.round(chance() * (said === "Comparing" ? 1500 : 300)) };
    const moment = `killed ${when.afterMs} ms after “${said}”`;
    if (await runAndKill("restore", [archive], when, { DATA_DIR: killed, BACKUP_KEY: key })) {
      kills += 1;
      expect(`${moment}, a database is there`, (await tablesOf(killed)) === null);
    } else await rm(killed, { recursive: true, force: true });
    if (!(await runAndKill("restore", [archive, "--replace"], when, { DATA_DIR: second, BACKUP_KEY: key }))) continue;
    kills += 1;
    const left = differences(settled ?? {}, (await tablesOf(second)) ?? {});
    expect(`${moment}, these are not as they were: ${left.join(", ")}`, !left.length);
  }
  say("kills while it was at work", kills);
  expect("it was hardly ever killed at work", kills >= 5);
  const last = await outcomeOf("restore", [archive], { DATA_DIR: killed, BACKUP_KEY: key });
  expect("after the kills it could not be restored", last.code === 0);
  expect("after the kills it is not the same", !differences((await tablesOf(killed)) ?? {}, after ?? {}).length);
} finally {
  await rm(home, { recursive: true, force: true });
}
for (const what of wrong) console.error(what);
say("broken promises", wrong.length);
process.exit(wrong.length ? 1 : 0);

async function driftOf(folder: string): Promise<string> {
  const embedded = await startEmbedded(join(folder, "postgres"));
  const { default: pg } = await import("pg");
  const client = new pg.Client({ connectionString: embedded.urlOf("casebook") });
  await client.connect();
  const { rows } = await client.query<{ sum: string }>(`select sum("rows") as sum from search.drift`);
  await client.end();
  await embedded.stop();
  return rows[0]?.sum ?? "";
}
