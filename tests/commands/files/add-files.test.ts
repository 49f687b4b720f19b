import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { randomUUID } from "node:crypto";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createServer } from "node:net";
import { afterAll, expect, onTestFinished, test, vi } from "vitest";
import { addFiles } from "#lib/commands/files/add-files.ts";
import { saveSection } from "#lib/commands/submissions/save-section.ts";
import { db } from "#lib/data/db.ts";
import { readFileAnswers } from "#lib/domain/template/file-answers.ts";
import { current, getTemplate } from "#lib/domain/template/templates.ts";
import { aPdf } from "#tests/support/files/pdfs.ts";
import { answersOf, aVersion, type AVersion } from "#tests/support/versions.ts";

const data = await mkdtemp(join(tmpdir(), "casebook-add-"));
vi.stubEnv("DATA_DIR", data);
vi.stubEnv("FILES_DIR", join(data, "files"));
afterAll(() => rm(data, { recursive: true, force: true }));

const section = getTemplate(current.caseStudy).sections.find(({ key }) => key === "links")!;
const contact = { email: "", name: "", phone: "" };
const said = { title: "The report", alt: "", credit: "" };

async function aSent(name: string, bytes: Buffer) {
  const path = join(data, randomUUID());
  await writeFile(path, bytes);
  return { question: "documents", name, path, said };
}

const add = async (version: AVersion, files: Awaited<ReturnType<typeof aSent>>[], typed = {}, basedOn = 1) =>
  addFiles({ versionId: version.id, basedOn, section, typed: { documents: [], ...typed }, contact, files });

const documentsOf = async ({ id }: AVersion) => ((await answersOf(id))["documents"] ?? []) as { attachment: string }[];

test("files that are refused keep neither the others nor what was typed from being saved", async () => {
  const version = await aVersion("draft");
  const links = [{ title: "Elsewhere", url: "https://example.com/" }];
  const files = [await aSent("a.pdf", aPdf()), await aSent("b.pdf", Buffer.from("no")), await aSent("c.pdf", aPdf())];
  const { saved, refused } = await add(version, files, { links });

  expect(saved).toMatchObject({ ok: true, value: { revision: 2 } });
  expect(refused).toEqual([
    { question: "documents", message: expect.stringMatching(/^b\.pdf: This kind of file/), said },
  ]);
  const answers = await answersOf(version.id);
  const rows = await db.attachment.findMany({ where: { caseStudyId: version.caseStudyId }, orderBy: { at: "asc" } });
  expect(rows.map(({ name }) => name)).toEqual(["a.pdf", "c.pdf"]);
  expect(answers).toMatchObject({ links, documents: rows.map(({ id }) => ({ attachment: id, title: "The report" })) });
});

test("a scanner that does not answer about one file is not asked about the next", async () => {
  let asked = 0;
  const scanner = createServer((socket) => (asked++, socket.on("error", () => undefined).end("ERROR\0")));
  const address = join(data, "scanner.sock");
  await new Promise<void>((listening) => scanner.listen(address, listening));
  vi.stubEnv("CLAMD_URL", `unix:${address}`);
  vi.stubEnv("LOG_LEVEL", "silent");
  onTestFinished(() => void [vi.stubEnv("CLAMD_URL", ""), scanner.close()]);
  const version = await aVersion("draft");
  const files = [await aSent("a.pdf", aPdf()), await aSent("b.pdf", aPdf()), await aSent("c.pdf", aPdf())];
  const { saved, refused } = await add(version, files, { links: [{ title: "A", url: "https://example.com/" }] });

  expect(saved).toMatchObject({ ok: true });
  expect(asked).toBe(1);
  expect(refused.map(({ message }) => message)).toEqual(
    ["a", "b", "c"].map((name) => expect.stringMatching(new RegExp(`^${name}\\.pdf: .*Add it again in a few minutes`))),
  );
});

test("there is room for ten, and the eleventh is told so", async () => {
  const version = await aVersion("draft");
  const files = await Promise.all(Array.from({ length: 11 }, (_, at) => aSent(`${at}.pdf`, aPdf())));
  const { refused } = await add(version, files);
  expect(refused).toEqual([
    { question: "documents", message: expect.stringMatching(/^10\.pdf: There is room for 10/), said },
  ]);
  expect(await documentsOf(version)).toHaveLength(10);
});

test("a file of another case study is not taken, whatever a form says (V8.2.2, V8.4.1)", async () => {
  const [version, other] = [await aVersion("draft"), await aVersion("draft")];
  await add(other, [await aSent("a.pdf", aPdf())]);
  const [theirs] = await documentsOf(other);
  await add(version, [], { documents: [theirs] });
  expect(await documentsOf(version)).toEqual([]);
});

test("what was said of a file that is not kept any more comes back beside its question", async () => {
  const version = await aVersion("draft");
  await add(version, [await aSent("a.pdf", aPdf())]);
  const [row] = await documentsOf(version);
  const old = { ...said, attachment: randomUUID() };
  const { saved, refused } = await add(version, [], { documents: [row, old] }, 2);
  expect(saved).toMatchObject({ ok: true });
  expect(refused).toEqual([
    {
      question: "documents",
      message: expect.stringMatching(/^The report: .+ not kept any more\. Add it again\.$/),
      said,
    },
  ]);
  expect(await documentsOf(version)).toEqual([row]);
});

test("what was sent from an older page stays for the page that shows both", async () => {
  const version = await aVersion("draft");
  await saveSection({
    versionId: version.id,
    basedOn: 1,
    section,
    typed: { links: [{ title: "a", url: "https://a.example/" }] },
    contact,
  });
  const { saved, typed } = await add(version, [await aSent("a.pdf", aPdf())]);
  expect(saved).toEqual({ ok: false, reason: "stale" });
  const [row] = await db.attachment.findMany({ where: { caseStudyId: version.caseStudyId } });
  expect(typed["documents"]).toEqual([{ attachment: row?.id, ...said }]);
});

test("they are put in order, described and removed; a form that does not list them leaves them", async () => {
  const version = await aVersion("draft");
  await add(version, [await aSent("a.pdf", aPdf()), await aSent("b.pdf", aPdf())]);
  const [first, second] = await documentsOf(version);
  const form = (asked: string, rows = [first, second]) => {
    const fields = new URLSearchParams([["documents.listed", "yes"]]);
    rows.forEach((row, at) => {
      fields.append(`documents.${at}.attachment`, row?.attachment ?? "");
      fields.append(`documents.${at}.title`, `Title ${at + 1}`);
    });
    return readFileAnswers(section, (name) => fields.getAll(name), asked);
  };
  const titles = (answers: object) =>
    (answers as { documents: { title: string }[] }).documents.map(({ title }) => title);
  expect(titles(form("down:documents:0"))).toEqual(["Title 2", "Title 1"]);
  expect(titles(form("up:documents:1"))).toEqual(["Title 2", "Title 1"]);
  expect(titles(form("up:documents:0"))).toEqual(["Title 1", "Title 2"]);
  expect(readFileAnswers(section, () => [], "")).toEqual({});

  const save = (typed: object, basedOn: number) =>
    saveSection({ versionId: version.id, basedOn, section, typed: typed as never, contact });
  await save(form("down:documents:0"), 2);
  expect((await documentsOf(version)).map(({ attachment }) => attachment)).toEqual([
    second?.attachment,
    first?.attachment,
  ]);
  await save({}, 3);
  expect(await documentsOf(version)).toHaveLength(2);
  await save(form("", []), 3);
  expect(await answersOf(version.id)).not.toHaveProperty("documents");
});
