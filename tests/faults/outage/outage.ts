/*
 * Whether the site is read-only rather than down: the database gone, hung, restarted under load, or a table of it locked.
 *
 *   npm run test:long -- outage
 *   npm run test:long -- outage --seconds=60
 *
 * It starts the site as `npm start` does on a database of its own with 120 case studies, takes the database away in each of
 * these ways, and counts what was answered meanwhile and how soon it is well again: kept pages always come and say that nothing
 * can be sent in; whatever else is asked for is answered within five seconds with the page or a 503 that says when to come
 * back and keeps what was typed; never a bare 500. Takes about four minutes.
 */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { openScratch } from "#tests/bench/scratch.ts";
import { startSite } from "#tests/support/running-site.ts";
import { openWire } from "#tests/support/wire.ts";
import { listUnnoticed } from "./controls.ts";
import { ways, type Surroundings } from "./ways.ts";

const { values } = parseArgs({ options: { seconds: { type: "string", default: "15" }, only: { type: "string" } } });
const seconds = Number(values.seconds);

const scratch = await openScratch();
for (const signal of ["SIGINT", "SIGTERM"])
  process.once(signal, () => void scratch.close().then(() => process.exit(1)));
if (!scratch.own) throw new Error("This proof breaks its database, so it takes one of its own: unset DATABASE_URL");
const { addBenchLists } = await import("#tests/bench/lists.ts");
const { setScene, writeCaseStudies } = await import("#tests/bench/outage/scene.ts");
const { askMeanwhile, tell } = await import("#tests/bench/outage/outage.ts");
const { recover } = await import("#tests/bench/outage/recovery.ts");
const { brokenPromises } = await import("./promises.ts");

await addBenchLists();
const { addresses, waiting } = await writeCaseStudies(Object.keys(ways).length);
const folder = await mkdtemp(join(tmpdir(), "casebook-outage-"));
const wire = await openWire(process.env["DATABASE_URL"] ?? "");
const given = { DATABASE_URL: wire.url, SECRET: process.env["SECRET"] ?? "", DATA_DIR: folder, RENDERERS: "" };
const site = await startSite(given);
const surroundings: Surroundings = { database: scratch.own, wire, url: process.env["DATABASE_URL"] ?? "", seconds };
const complaints: string[] = [];
try {
  for (const [place, [name, way]] of Object.entries(ways).entries()) {
    if (values.only && values.only !== name) continue;
    const { id = "", title = "" } = waiting[place] ?? {};
    const scene = await setScene(site.address, addresses.slice(15 * place), id);
    const over = await way.takeAway(surroundings);
    const tallies = await askMeanwhile(site.address, ...way.questions(scene), way.seconds ?? seconds);
    await over();
    const figures = { tallies, recovery: await recover(site.address, scene, title) };
    tell(name, way.seconds ?? seconds, figures);
    complaints.push(...brokenPromises(figures).map((what) => `${name}: ${what}`));
    const blind = listUnnoticed(figures);
    complaints.push(...blind.map((fault) => `${name}: not noticed: ${fault}`));
  }
} finally {
  await site.stop();
  wire.close();
  await rm(folder, { recursive: true, force: true });
  await scratch.close();
}
console.log(`\npromises broken  ${complaints.length}`);
for (const complaint of complaints) console.error(complaint);
process.exit(complaints.length ? 1 : 0);
