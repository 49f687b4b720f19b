/*
 * Whether anything that was acknowledged is lost or doubled when the site is killed again and again.
 *
 *   npm run test:long -- submissions
 *   npm run test:long -- submissions --clients=20 --kills=4 --seed=7 --at-once=16 --keep
 *
 * It starts the site as `npm start` does, on a port and a data folder of its own, with a mail server that turns one letter
 * in ten down. Two hundred clients each write a case study, send it and confirm it, every form tried again until it is
 * acknowledged and many sent twice at once. Meanwhile the renderer, the start program, the database's first process or all
 * of them are killed (SIGKILL), twenty times in all, and some of the starts that follow as well. Afterwards the database
 * and the letters that came are held against what the clients were told. Takes some minutes; `--keep` leaves the data
 * folder, as does a failure.
 */
import { randomInt } from "node:crypto";
import { rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { inTurns } from "#tests/support/ask.ts";
import { chanceOf } from "./chance.ts";
import { nothingYet, write, type Expected } from "./contributor.ts";
import { controlCount, unnoticed } from "./controls.ts";
import { killAgainAndAgain } from "./killer.ts";
import { openMail } from "./mail.ts";
import { brokenPromises } from "./promises.ts";
import { figuresOf } from "./report.ts";
import { readInvariants, readRows, waitForEmptyOutbox } from "./rows.ts";
import { openFaultySite } from "./site.ts";
import { createVisitor, newTally } from "./web.ts";
import { stepsEach } from "./words.ts";

const editors = "editors@faults.example";
const outboxPatienceMs = 25 * 60_000;
const longestRecoveryMs = 10_000;

const { values } = parseArgs({
  options: {
    clients: { type: "string", default: "200" },
    kills: { type: "string", default: "20" },
    "at-once": { type: "string", default: "16" },
    seed: { type: "string", default: String(randomInt(1_000_000)) },
    keep: { type: "boolean", default: false },
  },
});
const [clients, killCount, seed] = [Number(values.clients), Number(values.kills), Number(values.seed)];
console.log(`${clients} clients, ${killCount} kills, seed ${seed}`);

const mail = await openMail(chanceOf(seed, "mail"));
const site = await openFaultySite({
  SMTP_URL: mail.listener.url,
  EDITORS_EMAIL: editors,
  TRUSTED_PROXIES: "loopback",
});
const giveUp = () => void site.stop().finally(() => process.exit(1));
for (const signal of ["SIGINT", "SIGTERM", "disconnect"]) process.once(signal, giveUp);
process.once("uncaughtException", (error) => {
  console.error(error);
  console.error(`Seed ${seed}. The site printed:\n${site.printed()}\nIts data folder is ${site.folder}`);
  giveUp();
});
const began = performance.now();
const tally = newTally();
let over = false;

const killing = killAgainAndAgain({
  ...{ site, count: killCount, chance: chanceOf(seed, "kills"), tally, steps: clients * stepsEach, over: () => over },
  report: ({ kind, inFlight, startToo, backAfter }, number) => {
    const what = startToo ? `${kind}, and the start that followed` : kind;
    console.log(`kill ${number}: ${what}, ${inFlight} requests on their way, back after ${backAfter} ms`);
  },
});
const failures: string[] = [];
const emptyOutbox = () => waitForEmptyOutbox(site.folder, outboxPatienceMs, { hurry: true });
const expected = Array.from({ length: clients }, (_, index) => nothingYet(index + 1));
const work = async () => {
  const confirmations: Promise<void>[] = [];
  const failed =
    ({ client }: Expected) =>
    (error: unknown) =>
      void failures.push(`client ${client}: ${String(error)}`);
  await inTurns(expected, Number(values["at-once"]), async (one) => {
    const { client } = one;
    const chance = chanceOf(seed, `client ${client}`);
    const visitor = createVisitor(site.address, client, tally);
    const confirm = await write({ client, visitor, tally, chance, confirmationFor: mail.confirmationFor }, one).catch(
      failed(one),
    );
    if (confirm) confirmations.push(confirm().catch(failed(one)));
  });
  mail.takeAll();
  const confirmed = Promise.all(confirmations);
  // What was turned down waits for minutes; once nothing is killed any more it need not.
  await Promise.race([confirmed, killing]);
  await Promise.all([confirmed, emptyOutbox()]);
  over = true;
};
const [kills] = await Promise.all([killing, work()]);

console.log("Every client is done. Waiting for the last letters…");
const waiting = await emptyOutbox();
if (waiting) failures.push(`${waiting} letters are still waiting`);
const code = await site.stop();
if (code !== 0) failures.push(`the site stopped with ${code}`);
if (kills.length < killCount) failures.push(`only ${kills.length} of ${killCount} kills came in time`);
for (const { kind, backAfter } of kills)
  if (backAfter > longestRecoveryMs)
    failures.push(`after a kill of ${kind} it took ${backAfter} ms to recover; a start took ${site.startedIn} ms`);
await mail.listener.close();

const arrivals = mail.listener.received.map(({ at, to, email }) => ({ at, to, id: email.messageId ?? "" }));
const found = { expected, rows: await readRows(site.folder), arrivals, kills, editors };
// Nothing has been published, so nothing could be broken by hand.
failures.push(...(await readInvariants(site.folder, { controls: false })));
const broken = brokenPromises(found);
const seconds = (performance.now() - began) / 1000;
console.log(figuresOf({ found, tally, broken, refusedLetters: mail.refused(), seconds }));
const blind = unnoticed(found);
console.log(`${"faults made by hand and noticed".padEnd(46)}${controlCount - blind.length} of ${controlCount}`);

const complaints = [...failures, ...broken.map(({ what }) => what), ...blind.map((name) => `not noticed: ${name}`)];
for (const complaint of complaints) console.error(complaint);
if (complaints.length || values.keep) {
  await writeFile(join(site.folder, "printed.log"), site.printed());
  console.log(`Seed ${seed}. The data folder is ${site.folder}`);
} else await rm(site.folder, { recursive: true, force: true });
process.exit(complaints.length ? 1 : 0);
