/*
 * Whether any request target or head, however malformed, makes the site fail, hang, lead elsewhere or tell a secret.
 *
 *   npm run test:long -- targets
 *   npm run test:long -- targets --count=1000 --seeds=1,2 --site=3000
 *
 * It starts the site on a port and a data folder of its own, unless one runs at the port given (whose log is then not looked
 * at), and sends it bytes over sockets, `--count` requests for each seed. Those with a request hidden inside are sent through
 * nginx as well, where that is installed. First it makes sure that it notices each fault of a server that has them all.
 */
import { parseArgs } from "node:util";
import { chanceOf } from "#tests/faults/chance.ts";
import { inTurns } from "#tests/support/ask.ts";
import { faultsInLog } from "../faults.ts";
import { createFigures } from "../figures.ts";
import { openAttackedSite } from "../site.ts";
import { hiddenIn, judge, newVerdict } from "./judge.ts";
import { openNaive } from "./naive.ts";
import { hasNginx, openNginx } from "./nginx.ts";
import { canary, oddRequest, smuggled } from "./shapes.ts";
import { sendRaw } from "./wire.ts";

const { values } = parseArgs({
  options: {
    count: { type: "string", default: "10000" },
    seeds: { type: "string", default: "1,2,3,4,5" },
    site: { type: "string" },
  },
});
const atOnce = 24;
const figures = createFigures();
const begun = performance.now();

await seesFaults();
const site = values.site ? null : await openAttackedSite({ RENDERERS: "2" });
const port = site?.port ?? Number(values.site);
const verdict = newVerdict();
const statuses = new Map<string, number>();

for (const seed of values.seeds.split(",").map(Number)) {
  const chance = chanceOf(seed, "targets");
  await send(
    port,
    Array.from({ length: Number(values.count) }, () => oddRequest(chance)),
  );
}
const direct = [...statuses.values()].reduce((sum, count) => sum + count, 0);
let apart = 0;
if (hasNginx()) {
  const nginx = await openNginx(port);
  const chance = chanceOf(1, "nginx");
  await send(
    nginx.port,
    Array.from({ length: Math.ceil(Number(values.count) / 20) }, () => smuggled(chance)),
  );
  // What it took for a request by itself, it sent on as one.
  apart = hiddenIn(await nginx.close()).length;
}
const stillThere = (await fetch(`http://127.0.0.1:${port}/case-studies`)).status;
const log = site?.printed() ?? "";
await site?.stop();

figures.say("seeds", values.seeds);
figures.say("requests", direct);
figures.holds(
  "requests through nginx",
  hasNginx() ? `${Math.ceil(Number(values.count) / 20)}` : "nginx is missing",
  hasNginx(),
);
for (const [status, count] of [...statuses].toSorted()) figures.say(`  answered ${status}`, count);
figures.none("answered with 500 or more", verdict.failed);
figures.none("without an answer", verdict.hung);
figures.none("led off the site", verdict.led);
figures.none("told what it runs on", verdict.leaked);
figures.none("requests that were served out of another", hiddenIn(log).slice(apart));
const { failures, told } = faultsInLog(log, [canary]);
figures.none("log lines of failures", failures);
figures.none("log lines with a token or a personal value", told);
figures.holds("the listing afterwards", String(stillThere), stillThere === 200);
figures.say("seconds", Math.round((performance.now() - begun) / 1000));
figures.end();

async function send(to: number, requests: readonly string[]): Promise<void> {
  await inTurns(requests, atOnce, async (bytes) => {
    const replies = await sendRaw(to, bytes);
    const status = replies.statuses.join(" then ") || "by closing";
    statuses.set(status, (statuses.get(status) ?? 0) + 1);
    judge(verdict, bytes, replies, to !== port);
  });
}

/** A proof that would not notice these faults proves nothing. */
async function seesFaults(): Promise<void> {
  const naive = await openNaive();
  const seen = newVerdict();
  await Promise.all(naive.requests.map(async (bytes) => judge(seen, bytes, await sendRaw(naive.port, bytes))));
  naive.close();
  const { failures, told } = faultsInLog(naive.printed, [canary]);
  const noticed = [...Object.values(seen).map(({ length }) => length), failures.length - 1, told.length];
  noticed.push(hiddenIn(naive.printed).length);
  figures.holds(
    "faults of a faulty server noticed",
    `${noticed.filter((count) => count === 1).length} of 7`,
    noticed.every((count) => count === 1),
  );
}
