/*
 * Whether the site is the same after two hours at half of what it can bear: no memory that only grows, nothing left waiting.
 *
 *   npm run test:soak
 *   npm run test:soak -- --minutes=3
 *
 * It starts the site as `npm start` does on a database of its own with 120 case studies, measures for ten seconds how many
 * requests it can answer once it has run warm, and then asks for half of that: pages read before, pages never asked for, searches, and now and then
 * a form. Every process's memory is sampled. After the first quarter, in which caches fill, none may grow by 1 MB or more for
 * each 10,000 requests (judged from half an hour on); nothing may fail; and when it is over no statement may still run or wait in the database.
 */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { parseArgs } from "node:util";
import pg from "pg";
import { openScratch } from "#tests/bench/scratch.ts";
import { startSite } from "#tests/support/running-site.ts";
import { growing, quartersOf, sampleMemory, slopeOf, type Sample } from "./memory.ts";
import { createLoad } from "./load.ts";

const { values } = parseArgs({ options: { minutes: { type: "string", default: "120" } } });
const minutes = Number(values.minutes);
const mostPerTenThousand = 1;
/** Before that a process still compiles and fills its caches, and grows for no reason that stays. */
const settledAfterMinutes = 30;

const scratch = await openScratch();
for (const signal of ["SIGINT", "SIGTERM"])
  process.once(signal, () => void scratch.close().then(() => process.exit(1)));
const { addBenchLists } = await import("#tests/bench/lists.ts");
const { writeCaseStudies } = await import("#tests/bench/outage/scene.ts");
await addBenchLists();
const { addresses } = await writeCaseStudies(0);
const folder = await mkdtemp(join(tmpdir(), "casebook-soak-"));
const url = process.env["DATABASE_URL"] ?? "";
const given = { DATABASE_URL: url, SECRET: process.env["SECRET"] ?? "", DATA_DIR: folder, RENDERERS: "" };
const site = await startSite({ ...given, TRUSTED_PROXIES: "loopback" });
const complaints: string[] = [];
try {
  const load = createLoad(site.address, addresses);
  await load.atFullSpeed(30);
  const warm = load.done;
  await load.atFullSpeed(10);
  const able = (load.done - warm) / 10;
  console.log(`able to answer     ${able.toFixed(0)} requests a second`);

  const samples: Sample[] = [];
  const until = performance.now() + minutes * 60_000;
  const everyMs = Math.max(1000, (minutes * 60_000) / 240);
  const sampling = (async () => {
    for (; performance.now() < until; await wait(everyMs))
      samples.push({ requests: load.done, memory: sampleMemory(site.process.pid ?? 0) });
  })();
  await Promise.all([load.atRate(able / 2, until), sampling]);
  await wait(2000);

  const settled = samples.slice(Math.floor(samples.length / 4));
  for (const [name, slope] of slopeOf(settled)) {
    const held = quartersOf(samples, name).map((megabytes) => megabytes.toFixed(0));
    console.log(
      `${name.padEnd(18)} ${slope.toFixed(2)} MB for each 10,000 requests; ${held.join(", ")} MB after each quarter`,
    );
    if (minutes >= settledAfterMinutes && slope >= mostPerTenThousand)
      complaints.push(`${name} grows by ${slope.toFixed(2)} MB for each 10,000 requests`);
  }
  if (minutes < settledAfterMinutes)
    console.log(`memory             not judged in less than ${settledAfterMinutes} minutes`);
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query(
    `select state, wait_event_type from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()
        and (state <> 'idle' or wait_event_type = 'Lock') and query_start < now() - interval '1 second'`,
  );
  await client.end();
  console.log(`requests           ${load.done}, of which failed ${load.failed}`);
  console.log(`still under way    ${rows.length} statements`);
  if (load.failed) complaints.push(`${load.failed} requests failed, such as ${load.complaint}`);
  if (rows.length) complaints.push("statements are still under way");
  if (slopeOf(growing(settled)).every(([, slope]) => slope < mostPerTenThousand))
    complaints.push("memory that grows was not noticed");
} finally {
  await site.stop();
  await rm(folder, { recursive: true, force: true });
  await scratch.close();
}
for (const complaint of complaints) console.error(complaint);
process.exit(complaints.length ? 1 : 0);
