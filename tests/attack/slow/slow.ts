/*
 * Whether 300 connections that send as slowly as they can take the site from everybody else, and how long they are borne.
 *
 *   npm run test:long -- slow
 *
 * It starts the site on a port and a data folder of its own. Senders of ours say when each kind is dropped; slowhttptest opens
 * 300 connections for 20 seconds in two ways while pages are asked for. A server without limits shows that it is noticed
 * when nobody is dropped.
 */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import { createFigures } from "../figures.ts";
import { openAttackedSite } from "../site.ts";
import { hasTool, runTool } from "../tools.ts";
import { senders, sendSlowly } from "./senders.ts";

const mostMs = 30_000;
const answerMs = 1000;
const figures = createFigures();
const site = await openAttackedSite({ LOG_LEVEL: "silent", RENDERERS: "2" });
await (await fetch(`${site.address}/case-studies`)).text();

const bearing = createServer({ headersTimeout: 0, requestTimeout: 0 }, () => undefined);
await new Promise<void>((resolve) => bearing.listen(0, "127.0.0.1", resolve));
const control = sendSlowly((bearing.address() as AddressInfo).port, senders["a head that never ends"], mostMs);

// Its installation would keep this process from noticing answers.
const hasAttacker = hasTool("slowhttptest");
let over = false;
const answers = watch();
const dropping = Promise.all(
  Object.entries(senders).map(async ([name, sender]) => {
    const many = Array.from({ length: 10 }, () => sendSlowly(site.port, sender, mostMs + 5000));
    return { name, times: await Promise.all(many) };
  }),
);
const attacks = hasAttacker ? await attack() : null;
const dropped = await dropping;
const borne = (await control) === null;
over = true;
const asked = await answers;
bearing.closeAllConnections();
bearing.close();
await site.stop();

figures.holds("a server that drops nobody", borne ? "noticed" : "not noticed", borne);
for (const { name, times } of dropped) {
  const longest = times.includes(null) ? Infinity : Math.max(...times.map((time) => time ?? 0));
  figures.holds(`${name}, dropped after`, `${(longest / 1000).toFixed(1)} s`, longest <= mostMs);
}
figures.holds("slowhttptest", attacks ? "ran" : "is missing", attacks !== null);
for (const [name, printed] of Object.entries(attacks ?? {})) {
  const said = /service available:\s*(\w+)/gi;
  const words = [...printed.replace(/\x1b\[[\d;]*m/g, "").matchAll(said)].map(([, word = ""]) => word);
  const times = words.length > 0 && words.every((word) => word === "YES");
  figures.holds(
    `  ${name}: the service was available`,
    `${words.filter((word) => word === "YES").length} of ${words.length}`,
    times,
  );
}
const failed = asked.filter(({ status }) => status !== 200);
const slowest = Math.max(...asked.map(({ ms }) => ms));
figures.say("pages asked for meanwhile", asked.length);
figures.none(
  "pages that were not answered",
  failed.map(({ status }) => String(status)),
);
figures.holds("slowest page", `${slowest.toFixed(0)} ms`, slowest <= answerMs);
figures.end();

async function attack(): Promise<Record<string, string>> {
  const common = ["-c", "300", "-r", "150", "-l", "20", "-i", "2", "-p", "3", "-u"];
  return {
    "slow heads": await runTool("slowhttptest", ["-H", ...common, `${site.address}/case-studies`], 40),
    "slow forms": await runTool("slowhttptest", ["-B", "-s", "8000", ...common, `${site.address}/sign-in/send`], 40),
  };
}

async function watch() {
  const all: { status: number; ms: number }[] = [];
  for (let turn = 0; !over; turn += 1) {
    const begun = performance.now();
    const path = turn % 2 ? "/healthz" : "/case-studies";
    const signal = AbortSignal.timeout(10_000);
    const status = await fetch(site.address + path, { signal }).then(
      async (answer) => (await answer.text(), answer.status),
      () => 0,
    );
    all.push({ status, ms: performance.now() - begun });
    await wait(100);
  }
  return all;
}
