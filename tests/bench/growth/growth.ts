import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { moveVersion } from "#lib/commands/workflow/move-version.ts";
import { inTurns } from "#tests/support/ask.ts";
import { startSite, type RunningSite } from "#tests/support/running-site.ts";
import { answersTo } from "../collection.ts";
import { addBenchLists } from "../lists.ts";
import { cpuMsOf, memoriesMbOf, serverOf } from "../cost.ts";
import { addAccepted, cast } from "../publish.ts";
import { fill } from "./fill.ts";
import { kinds } from "./questions.ts";
import { createWriter } from "./words.ts";

interface Request {
  rows: number;
  /** How many words the text of each case study has. */
  words: number;
  to?: string | undefined;
}

type Figures = Record<string, number>;

/** What the site costs with so many case studies: to start, to hold, to make pages that nobody asked for yet, and to publish. */
export async function runGrowth({ rows, words, to }: Request): Promise<void> {
  await addBenchLists();
  // The first start builds what others need only to begin.
  await (await open(await mkdtemp(join(tmpdir(), "casebook-growth-")))).stop();
  console.log(`Filling ${rows} case studies…`);
  await fill(rows, words);
  await tidyUp();

  const folder = await mkdtemp(join(tmpdir(), "casebook-growth-"));
  const begun = performance.now();
  const site = await open(folder);
  const readyMs = performance.now() - begun;
  try {
    const figures = { rows, readyMs, ...(await uncached(site, rows)), ...(await published(site)), ...memory(site) };
    for (const [name, value] of Object.entries(figures)) console.log(`${name.padEnd(28)} ${value.toFixed(1)}`);
    if (to) await writeFile(to, JSON.stringify(figures, null, 2));
  } finally {
    await site.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

const databaseUrl = () => process.env["DATABASE_URL"] ?? "";

const open = (folder: string) =>
  startSite({
    DATABASE_URL: databaseUrl(),
    DATA_DIR: folder,
    JOBS: "off",
    RENDERERS: "2",
    SECRET: process.env["SECRET"] ?? "",
  });

/** As PostgreSQL does by itself after a while. No statement of the site may take as long, so it has a connection of its own. */
async function tidyUp() {
  const client = new pg.Client({ connectionString: databaseUrl() });
  await client.connect();
  await client.query("vacuum analyze").finally(() => client.end());
}

/** What pages cost that are not kept, by kind: processor time of the site and the database together, and how long they take. */
async function uncached(site: RunningSite, rows: number): Promise<Figures> {
  const pids = [site.process.pid ?? 0, await serverOf(databaseUrl())];
  const figures: Figures = {};
  for (const [kind, addresses] of Object.entries(kinds(rows))) {
    await inTurns(addresses.slice(0, 10), 2, (path) => fetch(site.address + path).then((answer) => answer.text()));
    const before = cpuMsOf(pids);
    let failed = 0;
    const times = await inTurns(addresses.slice(10), 2, async (path) => {
      const asked = performance.now();
      const answer = await fetch(site.address + path);
      await answer.text();
      if (answer.status !== 200) failed += 1;
      return performance.now() - asked;
    });
    figures[`${kind} CPU-ms`] = (cpuMsOf(pids) - before) / times.length;
    figures[`${kind} p50 ms`] = at(times, 0.5);
    figures[`${kind} failed`] = failed;
  }
  return figures;
}

/** How long publishing takes, with every web process told, and the first page that is asked for afterwards. */
async function published(site: RunningSite): Promise<Figures> {
  const { author, editor } = await cast();
  const write = createWriter(7);
  const texts = Array.from({ length: 80 }, (_, turn) =>
    answersTo({ id: "", title: `${write(6)} ${turn}`, body: write(250) }),
  );
  const times: number[] = [];
  const first: number[] = [];
  for (const { id } of await addAccepted(texts, author.id)) {
    const begun = performance.now();
    const moved = await moveVersion({ id, basedOn: 1, move: "publish", actor: editor });
    times.push(performance.now() - begun);
    if (!moved.ok) throw new Error(`Publishing was refused: ${moved.reason}`);
    const asked = performance.now();
    await (await fetch(`${site.address}/case-studies`)).text();
    first.push(performance.now() - asked);
  }
  // The first few warm everything up.
  const [warm, warmFirst] = [times.slice(20), first.slice(20)];
  return {
    "publish p50 ms": at(warm, 0.5),
    "publish p95 ms": at(warm, 0.95),
    "first page after p50 ms": at(warmFirst, 0.5),
    "first page after p95 ms": at(warmFirst, 0.95),
  };
}

function memory(site: RunningSite): Figures {
  const each = memoriesMbOf([site.process.pid ?? 0]);
  return { "largest process MB": Math.max(...each), "all processes MB": each.reduce((sum, one) => sum + one, 0) };
}

const at = (times: readonly number[], share: number) =>
  times.toSorted((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * share))] ?? NaN;
