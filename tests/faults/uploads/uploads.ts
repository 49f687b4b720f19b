/*
 * Whether a file is ever named that is missing or half there, or stays for ever that nothing names, when the site is killed
 * during uploads.
 *
 *   npm run test:long -- uploads
 *   npm run test:long -- uploads --uploads=100 --kills=12 --at-once=8
 *
 * It starts the site as `npm start` does, on a port and a data folder of its own. Twenty drafts are sent pictures and
 * documents while the renderer, the start program, the database's first process or all of them are killed (SIGKILL).
 * Afterwards every row and every answer is held against the files, and what is left over against the clean-up. Takes about
 * three minutes.
 */
import { readdir, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { parseArgs } from "node:util";
import { startEmbedded } from "#prisma/embedded.ts";
import { inTurns } from "#tests/support/ask.ts";
import { aPdf } from "#tests/support/files/pdfs.ts";
import { aPhoto } from "#tests/support/files/pictures.ts";
import { kinds, openFaultySite } from "../site.ts";
import { createVisitor, newTally } from "../web.ts";

const { values } = parseArgs({
  options: {
    uploads: { type: "string", default: "100" },
    kills: { type: "string", default: "12" },
    "at-once": { type: "string", default: "8" },
  },
});
const [uploads, killCount] = [Number(values.uploads), Number(values.kills)];
const drafts = 20;
const day = 24 * 60 * 60 * 1000;

console.log("Starting the site…");
const site = await openFaultySite({ LOG_LEVEL: "silent" });
const tally = newTally();
const photo = await aPhoto(2400, 1600);
const pdf = aPdf("", "% \n".repeat(1_000_000));

async function aDraft(client: number): Promise<string> {
  const visitor = createVisitor(site.address, client, tally);
  const start = await visitor.form("/submit/start", "/start/save");
  await wait(2100);
  const fields = { ...start.hidden, title: `Draft ${client}`, council: "Thanet District Council" };
  const [place = ""] = await visitor.send(start.action, fields, 1);
  return place.replace(/\/email$/, "");
}

/** A page, however long it takes until somebody answers. */
async function pageAt(path: string): Promise<string> {
  for (;;) {
    const answer = await fetch(site.address + path).catch(() => null);
    if (answer?.ok) return answer.text();
    await wait(200);
  }
}

const told = { added: 0, refused: 0, cut: 0 };

/** One upload, from the page as it is now. What is not answered is not tried again. */
async function upload(draft: string, number: number): Promise<void> {
  const [section, question, name, bytes] =
    number % 2 ? (["images", "images", "bus.jpg", photo] as const) : (["links", "documents", "a.pdf", pdf] as const);
  try {
    const page = await pageAt(`${draft}/${section}`);
    const form = new FormData();
    for (const [, field = "", value = ""] of page.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g))
      form.append(field, value);
    form.append(`${question}.add`, new File([new Uint8Array(bytes)], name));
    form.append("do", "add");
    const headers = { origin: site.address, "sec-fetch-site": "same-origin" };
    const request = { method: "POST", headers, body: form, redirect: "manual" } as const;
    const { status, headers: said } = await fetch(`${site.address}${draft}/${section}/attach`, request);
    const taken = status === 303 && !said.get("location")?.includes("attempt=");
    told[taken ? "added" : "refused"] += 1;
  } catch {
    told.cut += 1;
  }
}

const places = await Promise.all(Array.from({ length: drafts }, (_, client) => aDraft(client + 1)));
console.log(`${places.length} drafts are there. Sending ${uploads} files…`);
let done = 0;
const sending = inTurns(
  Array.from({ length: uploads }, (_, at) => at),
  Number(values["at-once"]),
  async (at) => {
    await upload(places[at % drafts] ?? "", at);
    done += 1;
  },
);
for (let number = 1; number <= killCount && done < uploads; number++) {
  while (done < (uploads * number) / (killCount + 2) && done < uploads) await wait(5);
  await wait((number * 137) % 700);
  const kind = kinds[number % kinds.length] ?? "everything";
  await site.kill(kind);
  await site.recover(null);
  console.log(`kill ${number}: ${kind}, after ${done} files`);
}
await sending;
await site.stop();

const embedded = await startEmbedded(join(site.folder, "postgres"));
process.env["DATABASE_URL"] = embedded.urlOf("casebook");
process.env["DATA_DIR"] = site.folder;
const { db } = await import("#lib/data/db.ts");
const { keysOf } = await import("#lib/data/files/keys.ts");
const { removeOrphanedFiles, removeUnnamedAttachments } = await import("#lib/data/files/orphaned-files.ts");
const { removeAbandonedIntakes } = await import("#lib/data/files/intake/intake.ts");

const folder = join(site.folder, "files");
const complaints: string[] = [];
const there = async () =>
  new Set((await readdir(folder, { withFileTypes: true })).filter((one) => one.isFile()).map(({ name }) => name));
const isWhole = (key: string, bytes: Buffer) =>
  key.endsWith(".pdf")
    ? bytes.equals(pdf)
    : key.endsWith(".webp")
      ? bytes.readUInt32LE(4) + 8 === bytes.length
      : bytes.readUInt16BE(bytes.length - 2) === 0xffd9;

const rows = await db.attachment.findMany();
for (const row of rows)
  for (const key of keysOf(row)) {
    const bytes = await readFile(join(folder, key)).catch(() => null);
    if (!bytes || !isWhole(key, bytes)) complaints.push(`${key} is ${bytes ? "half there" : "missing"}`);
  }
const ids = new Set(rows.map(({ id }) => id));
const revisions = await db.revision.findMany({ select: { answers: true } });
const named = new Set(JSON.stringify(revisions).match(/(?<="attachment":")[^"]+/g) ?? []);
for (const id of named) if (!ids.has(id)) complaints.push(`an answer names ${id}, which is not there`);
if (named.size < told.added) complaints.push(`${told.added} files were acknowledged and ${named.size} are named`);

const left = (await there()).size - rows.flatMap(keysOf).length;
const intakes = (await readdir(join(site.folder, "uploads")).catch(() => [])).length;
const later = new Date(Date.now() + day + 60_000);
const unnamed = await removeUnnamedAttachments(later);
await removeOrphanedFiles(later);
await removeAbandonedIntakes(later);
const kept = (await db.attachment.findMany()).flatMap(keysOf);
if ([...(await there())].some((key) => !kept.includes(key)))
  complaints.push("a file of nobody's outlived the clean-up");
if ((await readdir(join(site.folder, "uploads")).catch(() => [])).length) complaints.push("half an upload outlived it");
for (const id of named)
  if (!(await db.attachment.findUnique({ where: { id } }))) complaints.push(`${id} was cleaned up`);

console.log(`acknowledged ${told.added}, refused ${told.refused}, cut off ${told.cut} of ${uploads}`);
console.log(
  `rows ${rows.length}, of which no words named ${unnamed}; files of nobody's ${left}, half uploads ${intakes}`,
);
for (const complaint of complaints) console.error(complaint);
console.log(complaints.length ? "Something was broken." : "Every named file is whole, and nothing else stayed.");
await db.$disconnect();
await embedded.stop();
await rm(site.folder, { recursive: true, force: true });
process.exit(complaints.length ? 1 : 0);
