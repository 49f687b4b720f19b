/*
 * Whether anybody notices that a new release comes: two web processes behind nginx are restarted in turn under load.
 *
 *   npm run test:long -- rolling
 *   npm run test:long -- rolling --restarts=6
 *
 * It starts what compose.yaml describes as processes of this machine, with its settings and its nginx. Readers ask for pages,
 * some of them never asked for before, and editors write comments, while each web process in turn is asked to stop (SIGTERM),
 * waited for and started again. No page and no form may fail, and every comment is there once. Takes about two minutes.
 */
import { setTimeout as wait } from "node:timers/promises";
import { parseArgs } from "node:util";
import { openScratch } from "#tests/bench/scratch.ts";

const { values } = parseArgs({ options: { restarts: { type: "string", default: "6" } } });
const scratch = await openScratch();
for (const signal of ["SIGINT", "SIGTERM"])
  process.once(signal, () => void scratch.close().then(() => process.exit(1)));
const { addBenchLists } = await import("#tests/bench/lists.ts");
const { withCompose } = await import("#tests/bench/compose.ts");
const { db } = await import("#lib/data/db.ts");
const { cookieOf } = await import("#tests/support/sessions.ts");
const { aVersion } = await import("#tests/support/versions.ts");

const tally = { pages: 0, failedPages: 0, forms: 0, failedForms: 0 };
const wrong: string[] = [];
const exits: (number | null)[] = [];
let over = false;

await addBenchLists();
const { id, editor } = await aVersion("in_review");
const cookie = await cookieOf(editor.id);
await withCompose(async ({ address, restart }) => {
  const readers = Array.from({ length: 8 }, (_, reader) => read(address, reader));
  const writers = Array.from({ length: 4 }, (_, writer) => write(address, writer));
  await wait(2000);
  for (let turn = 0; turn < Number(values.restarts); turn++) {
    exits.push(await restart(turn % 2));
    // As long as nginx leaves out whoever did not answer.
    await wait(6000);
  }
  over = true;
  await Promise.all([...readers, ...writers]);
  await check(address);
});

async function read(address: string, reader: number): Promise<void> {
  const kept = ["/", "/case-studies", "/topics", "/about"];
  for (let turn = 0; !over; turn++) {
    const fresh = `/case-studies?from=20${10 + (turn % 15)}-0${1 + (turn % 9)}&page=${1 + reader}`;
    const path = turn % 4 ? (kept[turn % kept.length] ?? "/") : fresh;
    tally.pages += 1;
    if ((await statusOf(address + path)) !== "200") tally.failedPages += 1;
    await wait(20);
  }
}

async function write(address: string, writer: number): Promise<void> {
  for (let turn = 0; !over; turn++) {
    const body = new URLSearchParams({ section: "impact", text: `Comment ${turn} of ${writer}`, toCouncil: "no" });
    const headers = { cookie, origin: address, "sec-fetch-site": "same-origin" };
    tally.forms += 1;
    const sent = { method: "POST", body, headers, redirect: "manual" } as const;
    if ((await statusOf(`${address}/editor/review/${id}/comment`, sent)) !== "303") tally.failedForms += 1;
    await wait(100);
  }
}

async function statusOf(target: string, init: RequestInit = {}): Promise<string> {
  const status = await fetch(target, init).then(
    async (answer) => (await answer.text(), String(answer.status)),
    (error: unknown) => String(error),
  );
  if (!["200", "303"].includes(status)) wrong.push(`${init.method ?? "GET"} ${target}: ${status}`);
  return status;
}

/** A count that sees no failure where there is one proves nothing. */
async function check(address: string): Promise<void> {
  const usual = wrong.length;
  await statusOf(`${address}/no-such-page`);
  await statusOf("http://127.0.0.1:9/");
  if (wrong.length !== usual + 2) wrong.push("a page that is not there, or a site, was not noticed");
  else wrong.length = usual;
}

const comments = await db.comment.count({ where: { versionId: id } });
console.log(`restarts                     ${exits.length}, which stopped with ${[...new Set(exits)].join(", ")}`);
console.log(`pages                        ${tally.pages}, of which failed ${tally.failedPages}`);
console.log(`forms                        ${tally.forms}, of which failed ${tally.failedForms}`);
console.log(`comments kept                ${comments}`);
if (comments !== tally.forms) wrong.push(`${tally.forms} comments were written and ${comments} are there`);
if (exits.some((code) => code !== 0)) wrong.push("a web process did not stop well");
for (const one of wrong.slice(0, 20)) console.error(one);
await scratch.close();
process.exit(wrong.length ? 1 : 0);
