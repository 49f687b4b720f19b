/*
 * Whether a flood of expensive questions and slow clients keeps anybody else from the site.
 *
 *   npm run test:long -- flood
 *   npm run test:long -- flood --seconds=30
 *
 * It starts the site on a port and a data folder of its own. Kept pages are measured while nothing else happens, then while
 * 500 connections ask for kept pages, searches that nobody made before, deep pages, every filter and forms, one in ten of them
 * as slow as it can be. Then 300 connections ask for nothing but new searches for eight seconds. Whoever asks has processes
 * of their own.
 */
import { fork } from "node:child_process";
import { readFileSync } from "node:fs";
import { setTimeout as wait } from "node:timers/promises";
import { parseArgs } from "node:util";
import { familyOf } from "#tests/support/processes.ts";
import { faultsInLog } from "../faults.ts";
import { createFigures } from "../figures.ts";
import { openAttackedSite } from "../site.ts";
import type { Told } from "./ask.ts";
import { noticed } from "./controls.ts";
import type { Order, Tallies } from "./crowd.ts";
import { allOf, promisesOf, served, turnedAway } from "./promises.ts";

const { values } = parseArgs({
  options: { seconds: { type: "string", default: "180" }, pause: { type: "string", default: "1000" } },
});
const seconds = Number(values.seconds);
const figures = createFigures();
const [seen, faults] = noticed();
figures.holds("faults of made-up floods noticed", `${seen} of ${faults}`, seen === faults);

const site = await openAttackedSite({ LOG_LEVEL: "warn", PAGE_CACHE_MB: "32", RENDERERS: "2" });
const { port } = site;
let addresses = 0;

const measuring = { parts: { kept: 8 }, pauseMs: 50, measures: true } as const;
// The first jobs of a new directory change what pages say, a few seconds after it is there.
await ask({ ...measuring, seconds: 12 });
const idle = await ask({ ...measuring, seconds: Math.max(10, seconds / 9) });

const memory = sampleMemory();
const [meanwhile, crowd] = await Promise.all([
  ask({ ...measuring, seconds }),
  ask({
    parts: { kept: 225, search: 90, deep: 45, facets: 45, form: 45 },
    ...{ slow: 50, pauseMs: Number(values.pause), seconds },
  }),
]);
const flat = memory.stop();
await wait(2000);
const afterwards = await ask({ parts: { kept: 1, search: 1 }, pauseMs: 20, seconds: 2 });

const alone = await ask({ parts: { search: 1 }, pauseMs: 0, seconds: 5, measures: true });
const [health, together] = await Promise.all([
  ask({ parts: { kept: 1 }, pauseMs: 50, measures: true, seconds: 8 }),
  ask({ parts: { search: 300 }, pauseMs: 0, seconds: 8 }),
]);
await wait(2000);
const afterThat = await ask({ parts: { kept: 1, search: 1 }, pauseMs: 20, seconds: 2 });
const log = site.printed();
await site.stop();

for (const [part, told] of Object.entries(crowd))
  figures.say(`  ${part}: served, told to come again`, `${served(told).length}, ${turnedAway(told).length}`);
const found = {
  ...{ idle: of(idle, "kept"), kept: of(meanwhile, "kept"), memory: flat },
  ...{ crowd: allOf(crowd), health: [...of(meanwhile, "health"), ...of(health, "health")] },
  ...{ alone: of(alone, "search"), together: of(together, "search") },
  after: [...allOf(afterwards), ...allOf(afterThat)],
};
for (const { name, figure, kept } of promisesOf(found)) figures.holds(name, figure, kept);
figures.say("memory at the end, in MB", Math.round(flat.at(-1) ?? 0));
// Whoever was told when to come again is counted above.
const { failures } = faultsInLog(log, []);
figures.none(
  "log lines of other failures",
  failures.filter((line) => !line.includes('"status":503')),
);
figures.end();

function of(tallies: Tallies, part: keyof Tallies): Told[] {
  return tallies[part] ?? [];
}

function ask(order: Omit<Order, "port" | "first">): Promise<Tallies> {
  const whole: Order = { ...order, port, first: (addresses += 1000) };
  const child = fork("tests/attack/flood/crowd.ts", [JSON.stringify(whole)]);
  return new Promise((resolve, reject) => {
    child.once("message", (tallies) => resolve(tallies as Tallies));
    child.once("exit", (code) => code && reject(new Error(`The crowd ended with ${code}`)));
  });
}

/** The memory of the gate and the renderers together, once a second. */
function sampleMemory() {
  const taken: number[] = [];
  const pids = familyOf(site.pid);
  const megabytes = (pid: number) => {
    try {
      const status = readFileSync(`/proc/${pid}/status`, "utf8");
      if (!/^Name:\s+node/m.test(status) && !/^Name:\s+MainThread/m.test(status)) return 0;
      return Number(/^VmRSS:\s+(\d+)/m.exec(status)?.[1] ?? 0) / 1024;
    } catch {
      return 0;
    }
  };
  const timer = setInterval(() => taken.push(pids.reduce((sum, pid) => sum + megabytes(pid), 0)), 1000);
  return { stop: () => (clearInterval(timer), taken) };
}
