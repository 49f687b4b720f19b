import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeEach, expect, test, vi } from "vitest";
import { attachFile } from "#lib/commands/files/attach-file.ts";
import { db } from "#lib/data/db.ts";
import { findOwnFile } from "#lib/data/files/files.ts";
import { keysOf } from "#lib/data/files/keys.ts";
import { aPdf } from "#tests/support/files/pdfs.ts";
import { aJpeg } from "#tests/support/files/pictures.ts";
import { aVersion } from "#tests/support/versions.ts";

const data = await mkdtemp(join(tmpdir(), "casebook-attach-"));
afterAll(() => rm(data, { recursive: true, force: true }));
beforeEach(async () => {
  vi.stubEnv("DATA_DIR", data);
  vi.stubEnv("FILES_DIR", await mkdtemp(join(data, "files-")));
});

const kept = async () => readdir(process.env["FILES_DIR"] ?? "").catch(() => []);
/** What is still there of what was sent. */
const sent = () => readdir(join(data, "uploads")).catch(() => []);

test("a picture is kept in its widths before its row is, and found at each of them", async () => {
  vi.resetModules();
  const { attachFile } = await import("#lib/commands/files/attach-file.ts");
  const { id, caseStudyId, author } = await aVersion("draft");
  const jpeg = await aJpeg(1000, 500);
  const pieces = (async function* () {
    for (let at = 0; at < jpeg.length; at += 1000) yield jpeg.subarray(at, at + 1000);
  })();
  const attached = await attachFile({
    versionId: id,
    name: "A bus.JPEG",
    accept: "images",
    content: pieces,
    actor: author,
  });
  if (!attached.ok) throw new Error(attached.reason.because);

  const row = await db.attachment.findUniqueOrThrow({ where: { id: attached.value.id } });
  expect(row).toMatchObject({ caseStudyId, name: "A bus.jpg", type: "image/jpeg", width: 1000, height: 500 });
  expect(row.widths).toEqual([960, 640, 320]);
  expect((await kept()).toSorted()).toEqual(keysOf(row).toSorted());
  expect(await sent()).toEqual([]);

  const { findOwnFile } = await import("#lib/data/files/files.ts");
  const widths = [undefined, 960, 640, 320, 1280, 0.5];
  const found = await Promise.all(widths.map((width) => findOwnFile(caseStudyId, row.id, width)));
  expect(found.map((file) => file && file !== "away" && file.type)).toEqual([
    "image/jpeg",
    ...Array.from({ length: 3 }, () => "image/webp"),
    null,
    null,
  ]);
  expect(await findOwnFile((await aVersion("draft")).caseStudyId, row.id)).toBeNull();
});

test("nothing of a file stays that was refused, or sent by somebody who may not", async () => {
  const version = await aVersion("draft");
  const stranger = (await aVersion("draft")).author;
  const before = await kept();
  const send = (content: Buffer, actor = version.author) =>
    attachFile({ versionId: version.id, name: "a.pdf", accept: "documents", content, actor });
  expect(await send(Buffer.from("not a PDF"))).toMatchObject({ ok: false, reason: { because: "not-accepted" } });
  expect(await send(aPdf(), stranger)).toEqual({ ok: false, reason: { because: "not-allowed" } });
  expect(await db.attachment.count({ where: { caseStudyId: version.caseStudyId } })).toBe(0);
  expect([await kept(), await sent()]).toEqual([before, []]);
});

test.each(["FILES_DIR", "DATA_DIR"])(
  "while %s cannot be written, nothing is noted and the words say why",
  async (name) => {
    const version = await aVersion("draft");
    const blocked = join(data, `blocked-${name}`);
    await writeFile(blocked, "a file where a folder should be");
    vi.stubEnv(name, blocked);
    vi.stubEnv("LOG_LEVEL", "silent");
    vi.resetModules();
    const fresh = await import("#lib/commands/files/attach-file.ts");
    const about = { versionId: version.id, name: "a.pdf", accept: "documents", actor: version.author } as const;
    expect(await fresh.attachFile({ ...about, content: aPdf() })).toEqual({
      ok: false,
      reason: { because: "storage" },
    });
    expect(await db.attachment.count({ where: { caseStudyId: version.caseStudyId } })).toBe(0);
  },
);

test("a file whose row was kept stays, though nobody heard that it was", async () => {
  const { id, caseStudyId, author } = await aVersion("draft");
  const transaction = db.$transaction.bind(db) as (work: unknown) => Promise<unknown>;
  const spy = vi.spyOn(db, "$transaction").mockImplementationOnce((async (work: unknown) => {
    await transaction(work);
    throw new Error("the connection was lost");
  }) as never);
  const about = { versionId: id, name: "a.pdf", accept: "documents", actor: author } as const;
  await expect(attachFile({ ...about, content: aPdf() })).rejects.toThrow("the connection was lost");
  spy.mockRestore();
  const [row] = await db.attachment.findMany({ where: { caseStudyId } });
  expect(await findOwnFile(caseStudyId, row?.id ?? "")).toMatchObject({ type: "application/pdf" });
});

test("a row that names what this site does not keep is not served", async () => {
  const { id, caseStudyId, author } = await aVersion("draft");
  const about = { versionId: id, name: "a.pdf", accept: "documents", actor: author } as const;
  const attached = await attachFile({ ...about, content: aPdf() });
  if (!attached.ok) throw new Error(attached.reason.because);
  expect(await findOwnFile(caseStudyId, attached.value.id)).toMatchObject({ type: "application/pdf" });
  await db.attachment.update({ where: { id: attached.value.id }, data: { type: "text/html" } });
  expect(await findOwnFile(caseStudyId, attached.value.id)).toBeNull();
});
