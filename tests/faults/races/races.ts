/*
 * Whether two people, or two tabs, ever overwrite each other.
 *
 *   npm run test:long -- races
 *   npm run test:long -- races --decisions=300 --saves=200
 *
 * Two web processes on one database. Pairs of editors make moves on one version at the same moment that exclude each other: one
 * wins, history has one line more, and the other is told who did what and keeps what they wrote. Pairs of tabs save the same
 * section of a draft: one is kept, and the other is shown both texts. Takes about four minutes.
 */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { openScratch } from "#tests/bench/scratch.ts";
import { startSite } from "#tests/support/running-site.ts";

const { values } = parseArgs({
  options: { decisions: { type: "string", default: "300" }, saves: { type: "string", default: "200" } },
});
const scratch = await openScratch();
for (const signal of ["SIGINT", "SIGTERM"])
  process.once(signal, () => void scratch.close().then(() => process.exit(1)));
const { raceDecisions } = await import("./decisions.ts");
const { raceSaves } = await import("./saves.ts");

const folder = await mkdtemp(join(tmpdir(), "casebook-races-"));
const given = { DATABASE_URL: process.env["DATABASE_URL"] ?? "", SECRET: process.env["SECRET"] ?? "" };
const settings = { ...given, DATA_DIR: folder, JOBS: "off" };
const sites = [await startSite(settings), await startSite(settings)];
const addresses = sites.map(({ address }) => address);
const wrong: string[] = [];
try {
  wrong.push(...(await raceDecisions(addresses, Number(values.decisions))));
  console.log(`decisions raced    ${values.decisions}, wrong ${wrong.length}`);
  const saves = await raceSaves(addresses, Number(values.saves));
  wrong.push(...saves);
  console.log(`saves raced        ${values.saves}, wrong ${saves.length}`);
  // Two people who see the same page and write one after the other is what a race must not look like.
  const blind = [...(await raceDecisions(addresses, 1, { fairly: false })), ...(await raceSaves(addresses, 1, false))];
  console.log(`faults noticed     ${blind.length ? "yes" : "no"}`);
  if (!blind.length) wrong.push("a race that nobody could lose was not noticed");
} finally {
  for (const site of sites) await site.stop();
  await rm(folder, { recursive: true, force: true });
  await scratch.close();
}
for (const one of wrong.slice(0, 20)) console.error(one);
process.exit(wrong.length ? 1 : 0);
