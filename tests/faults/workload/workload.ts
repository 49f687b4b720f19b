/*
 * Whether anything that was acknowledged is lost, doubled or half done when the site is killed again and again while people
 * write, review, decide, publish and withdraw; and whether the site does what a small model of the workflow says.
 *
 *   npm run test:long -- workload
 *   npm run test:long -- workload --operations=10000 --kills=100 --clients=8 --seed=7 --keep
 *
 * It starts the site as `npm start` does, on a port and a data folder of its own, with a mail server that turns one letter
 * in ten down. Eight clients, each of them an editor and an author, do what comes to their minds, all of it tried again until
 * somebody answers, while the renderer, the start program, the jobs, the database's first process or all of them are killed
 * (SIGKILL). Afterwards the history that was kept and what readers saw are held against the model, and the database against
 * what is never so. Takes about ten minutes; `--keep` leaves the data folder, as does a failure.
 */
import { randomInt } from "node:crypto";
import { rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { chanceOf } from "../chance.ts";
import { killAgainAndAgain } from "../killer.ts";
import { openMail } from "../mail.ts";
import { brokenLetters } from "../promises.ts";
import { forgetLimits, readInvariants, readRows, waitForEmptyOutbox } from "../rows.ts";
import { openFaultySite } from "../site.ts";
import { newTally } from "../web.ts";
import { createBoard } from "./board.ts";
import { divergences } from "./check.ts";
import { controlCount, unnoticed } from "./controls.ts";
import { openEditors } from "./editors.ts";
import { figuresOf } from "./report.ts";
import { readKept } from "./rows.ts";

const editors = "editors@faults.example";
const outboxPatienceMs = 10 * 60_000;
const longestRecoveryMs = 10_000;

const { values } = parseArgs({
  options: {
    operations: { type: "string", default: "2000" },
    kills: { type: "string", default: "100" },
    clients: { type: "string", default: "8" },
    seed: { type: "string", default: String(randomInt(1_000_000)) },
    keep: { type: "boolean", default: false },
  },
});
const [operations, killCount, seed] = [Number(values.operations), Number(values.kills), Number(values.seed)];
const clients = Array.from({ length: Number(values.clients) }, (_, index) => index + 1);
console.log(`${operations} operations by ${clients.length} clients, ${killCount} kills, seed ${seed}`);

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

const people = await openEditors(site.folder, clients.length);
// Reads the database's address when it is loaded.
const { work } = await import("./client.ts");
const began = performance.now();
const tally = newTally();
const board = createBoard();
const failures: string[] = [];
let working = true;
const over = () => tally.steps >= operations;
const doWork = Promise.all(
  clients.map((client) =>
    work({
      ...{ client, board, address: site.address, tally, mail, over },
      ...{ chance: chanceOf(seed, `client ${client}`), cookie: people[client - 1]?.cookie ?? "" },
    }).catch((error: unknown) => void failures.push(`client ${client}: ${String(error)}`)),
  ),
).then(() => void (working = false));
const [kills] = await Promise.all([
  killAgainAndAgain({
    ...{ site, count: killCount, chance: chanceOf(seed, "kills"), tally, steps: operations, startsToo: 0.2 },
    over: () => !working,
    report: ({ kind, inFlight, startToo, backAfter }, number) => {
      const what = startToo ? `${kind}, and the start that followed` : kind;
      console.log(`kill ${number}: ${what}, ${inFlight} requests on their way, back after ${backAfter} ms`);
      forgetLimits(site.folder).catch(() => undefined);
    },
  }),
  doWork,
]);

mail.takeAll();
console.log("Every client is done. Waiting for the last letters…");
const waiting = await waitForEmptyOutbox(site.folder, outboxPatienceMs, { hurry: true });
if (waiting) failures.push(`${waiting} letters are still waiting`);
const code = await site.stop();
if (code !== 0) failures.push(`the site stopped with ${code}`);
if (kills.length < killCount) failures.push(`only ${kills.length} of ${killCount} kills came in time`);
for (const { kind, backAfter } of kills)
  if (backAfter > longestRecoveryMs)
    failures.push(`after a kill of ${kind} it took ${backAfter} ms to recover; a start took ${site.startedIn} ms`);
await mail.listener.close();

const arrivals = mail.listener.received.map(({ at, to, email }) => ({ at, to, id: email.messageId ?? "" }));
const told = { history: board.history, kept: await readKept(site.folder), people: people.map(({ id }) => id) };
await writeFile(join(site.folder, "told.json"), JSON.stringify({ ...told, kills }));
const { letters } = await readRows(site.folder);
const broken = brokenLetters({ rows: { letters }, arrivals, kills, editors });
const invariants = await readInvariants(site.folder);
const diverged = divergences(told);
const blind = unnoticed(told);
const seconds = (performance.now() - began) / 1000;
console.log(
  figuresOf({ told, tally, kills, letters: letters.length, arrivals, broken, invariants, diverged, seconds }),
);
console.log(`${"faults made by hand and noticed".padEnd(46)}${controlCount - blind.length} of ${controlCount}`);

const complaints = [
  ...[...failures, ...invariants, ...diverged, ...broken.map(({ what }) => what)],
  ...blind.map((name) => `not noticed: ${name}`),
];
for (const complaint of complaints) console.error(complaint);
if (complaints.length || values.keep) {
  await writeFile(join(site.folder, "printed.log"), site.printed());
  console.log(`Seed ${seed}. The data folder is ${site.folder}`);
} else await rm(site.folder, { recursive: true, force: true });
process.exit(complaints.length ? 1 : 0);
