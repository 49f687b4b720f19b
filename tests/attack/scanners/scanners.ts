/*
 * Whether wapiti, sqlmap and ffuf find anything: no vulnerability, nothing that can be injected, no page that is not tabled, and on the
 * way no failure, no word of what the site runs on and nothing in its log (V1.2.4, V13.4.1, V16.5.1).
 *
 *   npm run test:long -- scanners
 *   npm run test:long -- scanners --only=ffuf
 *   npm run test:long -- scanners --only=sqlmap --seconds=1200
 *
 * It starts the site on a port and a data folder of its own with a server that speaks TLS in front, and beside it a small site with
 * the faults that scanners are for: each has to find them there, or it is blind. Takes some twelve minutes of two free cores; a busy
 * machine leaves parameters untried, which it says and fails for: `--seconds` gives sqlmap longer. The scanners are installed where
 * that is allowed.
 * Left out for time: pages of editors, most filters of the feeds and the API, which read the query of the page, ways of databases
 * other than ours, redirects after forms, and the rest of a way of wapiti's after 25 seconds, which it names.
 */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { freePort } from "#tests/support/running-site.ts";
import { faultsInLog } from "../faults.ts";
import { createFigures } from "../figures.ts";
import { makeCertificate } from "../headers/tools.ts";
import { openAttackedSite } from "../site.ts";
import { hasTool } from "../tools.ts";
import { openFaulty } from "./faulty.ts";
import { gathered, openFront, type Passed } from "./front.ts";
import { proveFfuf, proveSqlmap, proveWapiti, type Sites } from "./proofs.ts";

const { values } = parseArgs({ options: { only: { type: "string" }, seconds: { type: "string", default: "600" } } });
const proofs = { ffuf: proveFfuf, wapiti: proveWapiti, sqlmap: proveSqlmap };
const figures = createFigures();
const missing = [...Object.keys(proofs), "openssl", "dirb"].filter((tool) => !hasTool(tool));
figures.none("tools that are missing", missing);
if (missing.length) figures.end();

const folder = await mkdtemp(join(tmpdir(), "casebook-scanners-"));
const certificate = makeCertificate(folder);
const ports = await Promise.all([freePort(), freePort(), freePort(), freePort()]);
const [port, faultyPort, plainPort, plainFaultyPort] = ports as [number, number, number, number];
const publicUrl = `https://localhost:${port}`;
const site = await openAttackedSite({ RENDERERS: "2", PUBLIC_URL: publicUrl });
const faulty = await openFaulty();
const [real, other] = [
  { behind: site.port, publicUrl },
  { behind: faulty.port, publicUrl },
];
const fronts = await Promise.all([openFront(port, real, certificate), openFront(plainPort, real)]);
const faultyFronts = await Promise.all([openFront(faultyPort, other, certificate), openFront(plainFaultyPort, other)]);
const sites: Sites = {
  ...{ folder, figures, behind: site.port, seconds: Number(values.seconds) },
  ...{ site: publicUrl, faulty: `https://localhost:${faultyPort}` },
  plain: { site: `http://localhost:${plainPort}`, faulty: `http://localhost:${plainFaultyPort}` },
};
for (const [name, prove] of Object.entries(proofs)) {
  if (values.only && values.only !== name) continue;
  const begun = performance.now();
  figures.say(name, "");
  await prove(sites);
  tell(gathered(fronts), gathered(faultyFronts));
  figures.say("  seconds", Math.round((performance.now() - begun) / 1000));
}
const stillThere = (await fetch(`${site.address}/case-studies`)).status;
const log = site.printed();
for (const front of [...fronts, ...faultyFronts]) front.close();
await faulty.close();
await site.stop();
await rm(folder, { recursive: true, force: true });

figures.none("log lines of failures", faultsInLog(log, []).failures);
figures.holds("the listing afterwards", String(stillThere), stillThere === 200);
figures.end();

/** What went through to the site, and whether the same eyes saw what is wrong with the other. */
function tell(passed: Passed, control: Passed): void {
  figures.say("  requests to the site", passed.requests);
  for (const [status, times] of [...passed.statuses].toSorted(([a], [b]) => a - b))
    figures.say(`    answered ${status || "not at all"}`, times);
  figures.none("  answered with 500 or more, or not at all", passed.failed);
  figures.none("  told what it runs on", passed.leaked);
  // What a limit or the check of where a form comes from answers has attacked nothing.
  const keptOut = [429, 403].reduce((sum, status) => sum + (passed.statuses.get(status) ?? 0), 0);
  figures.holds("  kept out before anything was attacked", String(keptOut), keptOut * 100 <= passed.requests);
  // ffuf only asks for what is there or not, which breaks nothing.
  const failing = [control.failed.length, control.leaked.length];
  if (failing.some(Boolean))
    figures.holds("  failures and leaks of the faulty one", failing.join(), failing.every(Boolean));
}
