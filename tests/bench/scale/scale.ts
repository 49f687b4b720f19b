import pg from "pg";
import { moveVersion } from "#lib/commands/workflow/move-version.ts";
import { db } from "#lib/data/db.ts";
import { listDrift } from "#lib/data/search/keep.ts";
import { search } from "#lib/data/search/search.ts";
import { suggest } from "#lib/data/search/suggest.ts";
import { everything } from "#lib/domain/listing/query.ts";
import { answersTo } from "../collection.ts";
import { addBenchLists } from "../lists.ts";
import { addAccepted, cast } from "../publish.ts";
import { searchByRank } from "./baseline.ts";
import { fill } from "../growth/fill.ts";

interface Request {
  rows: number;
  searches: number;
}

/** How long searches, suggestions and publications take in a large directory, in milliseconds. */
export async function runScale({ rows, searches }: Request): Promise<void> {
  await addBenchLists();
  console.log(`Filling ${rows} case studies…`);
  await fill(rows);
  await tidyUp();

  const questions = await threeWordQuestions(searches + 10);
  for (const words of questions.slice(0, 10)) await both(words);
  const pairs: [number, number][] = [];
  for (const words of questions.slice(10)) pairs.push(await both(words, pairs.length % 2 === 1));
  const [ours, theirs] = [pairs.map(([one]) => one), pairs.map(([, two]) => two)];
  report("search", ours);
  report("OR ts_rank", theirs);
  console.log(`ratio of the 95th percentiles: ${(at(ours, 0.95) / at(theirs, 0.95)).toFixed(2)}`);

  report("suggest", await timeEach((await beginnings(searches)).map((typed) => () => suggest(typed))));
  const publishing = await publications(questions);
  await timeEach(publishing.splice(0, 20));
  report("publish", await timeEach(publishing));
  console.log(`drift: ${JSON.stringify(await listDrift())}`);
}

/** As PostgreSQL does by itself after a while. No statement of the site may take as long, so it has a connection of its own. */
async function tidyUp() {
  const client = new pg.Client({ connectionString: process.env["DATABASE_URL"] });
  await client.connect();
  await client.query("vacuum analyze").finally(() => client.end());
}

/** A common word, one that is neither, and a rare one: what three words of a question are like. */
async function threeWordQuestions(count: number): Promise<string[][]> {
  const rows = await db.$queryRaw<{ word: string }[]>`
    select word from search.word where documents >= 5 order by documents desc, word`;
  const words = rows.map(({ word }) => word);
  const from = (low: number, high: number, turn: number) =>
    words[Math.floor(words.length * low + ((turn * 7919) % Math.max(1, Math.floor(words.length * (high - low)))))] ??
    "";
  return Array.from({ length: count }, (_, turn) => [from(0, 0.005, turn), from(0.005, 0.1, turn), from(0.1, 1, turn)]);
}

async function both(words: readonly string[], theirsFirst = false): Promise<[number, number]> {
  const ours = () => timed(() => search({ ...everything, q: words.join(" "), sort: "relevance" }));
  const theirs = () => timed(() => searchByRank(words));
  if (!theirsFirst) return [await ours(), await theirs()];
  const two = await theirs();
  return [await ours(), two];
}

async function beginnings(count: number): Promise<string[]> {
  const rows = await db.$queryRaw<{ word: string }[]>`select word from search.word order by md5(word) limit ${count}`;
  return rows.map(({ word }, turn) => word.slice(0, 2 + (turn % 5)));
}

async function publications(questions: readonly string[][]) {
  const { author, editor } = await cast();
  const texts = questions.slice(0, 120).map((words, turn) =>
    answersTo({
      id: "",
      title: `${words.join(" ")} ${turn}`,
      body: questions
        .flat()
        .slice(turn, turn + 300)
        .join(" "),
    }),
  );
  const added = await addAccepted(texts, author.id);
  return added.map(({ id }) => async () => {
    const moved = await moveVersion({ id, basedOn: 1, move: "publish", actor: editor });
    if (!moved.ok) throw new Error(`Publishing was refused: ${moved.reason}`);
  });
}

async function timeEach(works: (() => Promise<unknown>)[]): Promise<number[]> {
  const times: number[] = [];
  for (const work of works) times.push(await timed(work));
  return times;
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

const at = (times: readonly number[], share: number) =>
  times.toSorted((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * share))] ?? NaN;
const report = (what: string, times: readonly number[]) =>
  console.log(
    `${what.padEnd(12)} median ${at(times, 0.5).toFixed(1)} ms, 95th percentile ${at(times, 0.95).toFixed(1)} ms (${times.length})`,
  );
