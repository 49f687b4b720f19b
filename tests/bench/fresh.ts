import { setTimeout as wait } from "node:timers/promises";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { moveVersion } from "#lib/commands/workflow/move-version.ts";
import { startSite, type RunningSite } from "#tests/support/running-site.ts";
import { answersTo } from "./collection.ts";
import { addBenchLists } from "./lists.ts";
import { addAccepted, cast } from "./publish.ts";
import { fill } from "./growth/fill.ts";

interface Request {
  rows: number;
  publications: number;
  /** Milliseconds between one publication and the next. */
  pause: number;
}

const sites = 3;
const readers = 64;
const quietRequests = 200;
/** These show the newest first, so the number of the last publication can be read off them. */
const telling = ["/", "/case-studies"];

/**
 * Publishes one case study after the other while readers ask three web processes for pages, and counts what was older than the
 * last publication that had been answered when it was asked for.
 */
export async function runFresh({ rows, publications, pause }: Request): Promise<void> {
  await addBenchLists();
  await fill(rows);
  const publish = await preparePublications(publications);
  const folder = await mkdtemp(join(tmpdir(), "casebook-fresh-"));
  const opened: RunningSite[] = [];
  try {
    for (let number = 0; number < sites; number += 1)
      opened.push(await startSite({ ...given(), DATA_DIR: folder, JOBS: "off", RENDERERS: "1" }));
    const addresses = opened.map(({ address }) => address);
    await read(
      addresses,
      () => 0,
      (turn) => turn < 20,
    );
    report(
      "without publishing",
      await read(
        addresses,
        () => 0,
        (turn) => turn < quietRequests,
      ),
    );

    let answered = 0;
    let done = false;
    const reading = read(
      addresses,
      () => answered,
      () => !done,
    );
    const times: number[] = [];
    for (const one of publish) {
      const begun = performance.now();
      await one();
      times.push(performance.now() - begun);
      answered += 1;
      await wait(pause);
    }
    done = true;
    report("while publishing", await reading);
    console.log(
      `${times.length} publications: median ${at(times, 0.5).toFixed(0)} ms, 99th percentile ${at(times, 0.99).toFixed(0)} ms`,
    );
  } finally {
    for (const site of opened) await site.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

const given = () => ({ DATABASE_URL: process.env["DATABASE_URL"] ?? "", SECRET: process.env["SECRET"] ?? "" });

async function preparePublications(count: number) {
  const { author, editor } = await cast();
  const texts = Array.from({ length: count }, (_, turn) =>
    answersTo({ id: "", title: `Publication ${turn + 1} of all`, body: "What came of it." }),
  );
  const added = await addAccepted(texts, author.id);
  return added.map(({ id }) => async () => {
    const moved = await moveVersion({ id, basedOn: 1, move: "publish", actor: editor });
    if (!moved.ok) throw new Error(`Publishing was refused: ${moved.reason}`);
  });
}

interface Reading {
  times: number[];
  stale: number;
  failed: number;
}

/** Readers that ask one page after the other, each of another web process. `answered` says how many publications were. */
async function read(
  addresses: readonly string[],
  answered: () => number,
  goOn: (turn: number) => boolean,
): Promise<Reading> {
  const paths = [...telling, "/topics", "/councils", "/case-studies?sort=title", "/case-studies?page=2"];
  const reading: Reading = { times: [], stale: 0, failed: 0 };
  await Promise.all(
    Array.from({ length: readers }, async (_, reader) => {
      for (let turn = 0; goOn(turn); turn += 1) {
        const path = paths[(turn + reader) % paths.length] ?? "/";
        const [before, begun] = [answered(), performance.now()];
        const answer = await fetch(`${addresses[(turn + reader) % addresses.length]}${path}`);
        const html = await answer.text();
        reading.times.push(performance.now() - begun);
        if (answer.status >= 500) reading.failed += 1;
        else if (telling.includes(path) && newestIn(html) < before) reading.stale += 1;
      }
    }),
  );
  return reading;
}

const newestIn = (html: string) =>
  [...html.matchAll(/Publication (\d+) of all/g)].reduce((most, [, number]) => Math.max(most, Number(number)), 0);

function report(what: string, { times, stale, failed }: Reading) {
  console.log(
    `${what}: ${times.length} answers, ${stale} stale, ${failed} failed, median ${at(times, 0.5).toFixed(1)} ms, 99th percentile ${at(times, 0.99).toFixed(1)} ms`,
  );
}

const at = (times: readonly number[], share: number) =>
  times.toSorted((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * share))] ?? NaN;
