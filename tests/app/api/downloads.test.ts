import { createHash } from "node:crypto";
import { mkdtemp, readdir, rm, utimes } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { parse } from "csv-parse/sync";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { ensureDownload } from "#lib/commands/directory/ensure-download.ts";
import { makeDownloads } from "#lib/commands/directory/make-downloads.ts";
import { moveVersion } from "#lib/commands/workflow/move-version.ts";
import { db } from "#lib/data/db.ts";
import { record } from "#lib/feeds/api/case-study.ts";
import { downloadFiles } from "#lib/feeds/downloads/files.ts";
import { aDirectory } from "#tests/support/directory.ts";
import { askApi } from "#tests/support/api.ts";
import { aVersion } from "#tests/support/versions.ts";

const folder = await mkdtemp(join(tmpdir(), "casebook-files-"));
vi.stubEnv("FILES_DIR", folder);
afterAll(() => rm(folder, { recursive: true, force: true }));

const canary = "zebedee_canary@council.example";
const kept = () => readdir(join(folder, "downloads"));

beforeAll(async () => {
  await aDirectory(20);
});

async function download(name: string, headers: Record<string, string> = {}) {
  const response = await askApi(`/downloads/${name}`, headers);
  const bytes = Buffer.from(await response.arrayBuffer());
  return { response, bytes, text: (name.endsWith(".gz") && bytes.length ? gunzipSync(bytes) : bytes).toString("utf8") };
}
const linesOf = (text: string) =>
  text
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line) as { slug: string });
const rowsOf = (text: string) => parse<Record<string, string>>(text, { columns: true, bom: true });

describe("the files of everything", () => {
  test("are there when somebody asks, though no job has run", async () => {
    expect(await db.download.count()).toBe(0);
    const [lines, rows] = [
      linesOf((await download("casebook.jsonl.gz")).text),
      rowsOf((await download("casebook.csv")).text),
    ];
    const slugs = (await db.listing.findMany({ select: { slug: true } })).map(({ slug }) => slug).toSorted();
    expect(lines.map(({ slug }) => slug).toSorted()).toEqual(slugs);
    expect(rows.map((row) => row["slug"]).toSorted()).toEqual(slugs);
    for (const line of lines) expect(record.parse(line)).toEqual(line);
  });

  test("are what their row says of them", async () => {
    for (const file of downloadFiles) {
      const { response, bytes } = await download(file.name);
      const row = await db.download.findUniqueOrThrow({ where: { name: file.name } });
      expect(createHash("sha256").update(bytes).digest("hex")).toBe(row.sha256);
      expect(bytes.length).toBe(row.bytes);
      expect(row.records).toBe(await db.listing.count());
      expect(response.headers.get("etag")).toBe(`"${row.sha256}"`);
      expect(response.headers.get("content-disposition")).toContain("attachment");
      const again = await download(file.name, { "if-none-match": `"${row.sha256}"` });
      expect([again.response.status, again.bytes.length]).toEqual([304, 0]);
    }
  });

  test("are not made again while nothing changes, and once only however many ask", async () => {
    await aVersion("published", { title: "Changes everything" });
    const [file] = downloadFiles;
    const made = await Promise.all(Array.from({ length: 10 }, () => ensureDownload(file!)));
    expect(new Set(made.map(({ key }) => key)).size).toBe(1);
    expect((await ensureDownload(file!)).key).toBe(made[0]?.key);
    await makeDownloads();
    const again = await ensureDownload(file!);
    expect(again.key).not.toBe(made[0]?.key);
    expect(again.sha256).toBe(made[0]?.sha256);
  });

  test("have one row a case study, whatever its text holds", async () => {
    const title = '=HYPERLINK("https://evil.example","Win")';
    await aVersion("published", { title, solution: 'Lines\n\n"quoted", and;\n- more' });
    const { text } = await download("casebook.csv");
    const row = rowsOf(text).find((one) => one["title"]?.includes("HYPERLINK"));
    expect(row).toMatchObject({ title: `'${title}`, solution: 'Lines\n\n"quoted", and;\n- more' });
    expect(Object.keys(row ?? {})).not.toContain("contact");
  });

  test("an unknown one answers 404", async () => {
    expect((await askApi("/downloads/passwords.csv")).status).toBe(404);
  });
});

const everywhere = async () => {
  const lists = ["case-studies?limit=100", "topics", "councils", "collections", "suggest?q=zebra"];
  const texts = await Promise.all(lists.map(async (list) => (await askApi(`/api/v1/${list}`)).text()));
  const files = await Promise.all(downloadFiles.map(async ({ name }) => (await download(name)).text));
  return [...texts, ...files].join("\n");
};

describe("from the first request after it is decided", () => {
  test.each(["withdraw", "unpublish"] as const)("%s takes a case study out of every list and file", async (move) => {
    const title = `Zebra ${move}`;
    const { id, editor } = await aVersion("published", { title, solution: `A word like quagga${move}.` });
    await makeDownloads();
    expect(await everywhere()).toContain(`quagga${move}`);
    await moveVersion({ id, basedOn: 1, move, actor: editor, reason: "Because" });
    const after = await everywhere();
    expect(after).not.toContain(`quagga${move}`);
    expect(after).not.toContain(title);
  });

  test("a restored one is back", async () => {
    const { id, editor } = await aVersion("withdrawn", { title: "Zebra restored" });
    expect(await everywhere()).not.toContain("Zebra restored");
    await moveVersion({ id, basedOn: 1, move: "restore", actor: editor, reason: "It was right" });
    expect(await everywhere()).toContain("Zebra restored");
  });

  test("what is not published yet was never there", async () => {
    for (const state of ["draft", "submitted", "in_review", "accepted", "scheduled", "declined"] as const)
      await aVersion(state, { title: `Zebra ${state}`, solution: "A gnucanary." });
    expect(await everywhere()).not.toContain("gnucanary");
  });
});

test("a published contact is on its own answer and in no list and no file", async () => {
  const version = await aVersion("published", { title: "Zebra with a contact", contactConsent: true });
  await db.contact.updateMany({ where: { caseStudyId: version.caseStudyId }, data: { email: canary } });
  expect(await (await askApi("/api/v1/case-studies/zebra-with-a-contact")).text()).toContain(canary);
  const all = await everywhere();
  expect(all).toContain("Zebra with a contact");
  expect(all).not.toContain(canary);
  expect(all).not.toContain("Transport policy team");
});

test("older files go when they are an hour old, and no sooner", async () => {
  const newest = async () => (await db.download.findMany()).map(({ key }) => key.replace("downloads/", "")).toSorted();
  await makeDownloads();
  const current = await newest();
  const old = (await kept()).filter((name) => !current.includes(name));
  expect(old.length).toBeGreaterThan(1);
  const [first = ""] = old;
  const past = new Date(Date.now() - 2 * 3_600_000);
  await utimes(join(folder, "downloads", first), past, past);
  await makeDownloads();
  expect(await kept()).not.toContain(first);
  expect(await kept()).toEqual(expect.arrayContaining(old.slice(1)));
  await makeDownloads(new Date(Date.now() + 2 * 3_600_000));
  expect((await kept()).toSorted()).toEqual(await newest());
});
