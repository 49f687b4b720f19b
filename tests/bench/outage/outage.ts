import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { hang, kill, type Breakable } from "#tests/support/broken-database.ts";
import { startSite } from "#tests/support/running-site.ts";
import { openWire, type Wire } from "#tests/support/wire.ts";
import { addBenchLists } from "../lists.ts";
import { createTallies, keepAsking, type Question, type Tally } from "./asking.ts";
import { keptQuestions, otherQuestions } from "./questions.ts";
import { recover, type Recovery } from "./recovery.ts";
import { setScene, writeCaseStudies } from "./scene.ts";

/**
 * How a database goes away: connections are refused; they are taken and not answered until it goes on; or it cannot be heard any
 * more, and the one that is there afterwards knows nothing of the connections from before.
 */
export const ways = {
  stopped: kill,
  hung: hang,
  "cut off": async (_database: Breakable, wire: Wire) => {
    wire.cut();
    return async () => wire.mend();
  },
};

interface Request {
  seconds: number;
  /** Where the figures are written as JSON, besides the tables. */
  to?: string | undefined;
}

const readers = 16;
const readerPauseMs = 50;
const otherPauseMs = 1000;

/**
 * Takes the database away for a while under load, in each way there is: counts who is answered what and how soon, and how long it
 * takes until everything works again by itself.
 */
export async function runOutage(database: Breakable, { seconds, to }: Request): Promise<void> {
  await addBenchLists();
  const { addresses, waiting } = await writeCaseStudies();
  const folder = await mkdtemp(join(tmpdir(), "casebook-outage-"));
  const wire = await openWire(process.env["DATABASE_URL"] ?? "");
  const given = { DATABASE_URL: wire.url, SECRET: process.env["SECRET"] ?? "" };
  const site = await startSite({ ...given, DATA_DIR: folder, RENDERERS: "" });
  const figures: Record<string, { tallies: Record<string, Tally>; recovery: Recovery }> = {};
  try {
    for (const [place, [kind, takeAway]] of Object.entries(ways).entries()) {
      const { id = "", title = "" } = waiting[place] ?? {};
      const scene = await setScene(site.address, addresses.slice(40 * place), id);
      const bringBack = await takeAway(database, wire);
      const tallies = await askMeanwhile(site.address, keptQuestions(scene), otherQuestions(scene), seconds);
      await bringBack();
      figures[kind] = { tallies, recovery: await recover(site.address, scene, title) };
      tell(kind, seconds, figures[kind]);
    }
    if (to) await writeFile(to, JSON.stringify(figures, null, 2));
  } finally {
    await site.stop();
    wire.close();
    await rm(folder, { recursive: true, force: true });
  }
}

/** Asks for kept pages all the time and for everything else now and then, for so many seconds. */
export async function askMeanwhile(
  address: string,
  kept: readonly Question[],
  asked: readonly Question[],
  seconds: number,
) {
  const { tallies, put } = createTallies(address);
  const end = performance.now() + seconds * 1000;
  const until = () => performance.now() > end;
  const asking = Array.from({ length: readers }, (_, from) =>
    keepAsking(put, kept, { from, pauseMs: readerPauseMs, until }),
  );
  const others = asked.map((question) => keepAsking(put, [question], { from: 0, pauseMs: otherPauseMs, until }));
  // Whoever still waits is answered before the database is back, or the answer would say nothing.
  await Promise.all([...asking, ...others, wait(seconds * 1000)]);
  return tallies;
}

/** Prints what was answered, and how soon. */
export function tell(
  kind: string,
  seconds: number,
  { tallies, recovery }: { tallies: Record<string, Tally>; recovery: Recovery },
) {
  console.log(`\nDatabase ${kind} for ${seconds} s`);
  for (const [name, { answers, times, wrong }] of Object.entries(tallies)) {
    const sorted = times.toSorted((a, b) => a - b);
    const at = (share: number) => `${sorted[Math.floor((sorted.length - 1) * share)]?.toFixed(0)} ms`;
    const counts = Object.entries(answers).map(([status, count]) => `${count} of ${status}`);
    console.log(
      `${name.padEnd(16)} ${counts.join(", ")}; median ${at(0.5)}, 99th percentile ${at(0.99)}, slowest ${at(1)}; ${wrong.length} wrong`,
    );
    for (const one of wrong.slice(0, 3)) console.log(`  ${one}`);
  }
  console.log(
    `Back: ${Object.entries(recovery)
      .map(([what, ms]) => `${what} after ${ms} ms`)
      .join(", ")}`,
  );
}
