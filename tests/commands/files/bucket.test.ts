import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test, vi } from "vitest";
import { attachFile } from "#lib/commands/files/attach-file.ts";
import { db } from "#lib/data/db.ts";
import { findOwnFile, removeFiles } from "#lib/data/files/files.ts";
import { keysOf } from "#lib/data/files/keys.ts";
import { removeOrphanedFiles } from "#lib/data/files/orphaned-files.ts";
import { openStore } from "#lib/data/files/storage.ts";
import { openBucket } from "#tests/support/files/bucket.ts";
import { aPdf } from "#tests/support/files/pdfs.ts";
import { aJpeg } from "#tests/support/files/pictures.ts";
import { aVersion } from "#tests/support/versions.ts";

const data = await mkdtemp(join(tmpdir(), "casebook-bucket-"));
vi.stubEnv("DATA_DIR", data);
const bucket = await openBucket();
if (bucket) vi.stubEnv("FILES_URL", bucket.url);
afterAll(async () => {
  await bucket?.close();
  await rm(data, { recursive: true, force: true });
});

const keysThere = async () => [...(await (await openStore()).listAll("/")).objects].map(({ name }) => name).toSorted();

// Where the store cannot be installed, this is left out; the disk is tried in any case.
describe.skipIf(!bucket)("files that are kept in a bucket", () => {
  test("are there in all their widths, come back as they went, and are cleaned up", { timeout: 60_000 }, async () => {
    const { id, caseStudyId, author } = await aVersion("draft");
    const about = { versionId: id, actor: author } as const;
    const picture = await attachFile({ ...about, name: "a.jpg", accept: "images", content: await aJpeg(700, 350) });
    const pdf = aPdf("", "% \n".repeat(500_000));
    const document = await attachFile({ ...about, name: "a.pdf", accept: "documents", content: pdf });
    if (!picture.ok || !document.ok) throw new Error("they were not attached");
    const rows = await db.attachment.findMany({ where: { caseStudyId } });
    expect(await keysThere()).toEqual(rows.flatMap(keysOf).toSorted());

    const served = await findOwnFile(caseStudyId, document.value.id);
    if (served === null || served === "away") throw new Error("it is not served");
    const content = new Response((await served.content()) as BodyInit);
    expect([served.bytes, Buffer.from(await content.arrayBuffer()).equals(pdf)]).toEqual([pdf.length, true]);
    expect(await findOwnFile(caseStudyId, picture.value.id, 640)).toMatchObject({ type: "image/webp" });

    await removeFiles(keysOf(rows[0]!));
    await db.attachment.delete({ where: { id: rows[1]!.id } });
    expect(await removeOrphanedFiles(new Date(Date.now() + 60_000))).toBe(keysOf(rows[1]!).length);
    expect(await keysThere()).toEqual([]);
  });

  test("are refused in plain words while it is gone", { timeout: 60_000 }, async () => {
    vi.stubEnv("LOG_LEVEL", "silent");
    const { id, caseStudyId, author } = await aVersion("draft");
    const about = { versionId: id, name: "a.pdf", accept: "documents", actor: author } as const;
    const before = await attachFile({ ...about, content: aPdf() });
    if (!before.ok) throw new Error(before.reason.because);
    const served = await findOwnFile(caseStudyId, before.value.id);
    await bucket?.stop();
    expect(await findOwnFile(caseStudyId, before.value.id)).toBe("away");
    expect(served !== null && served !== "away" && (await served.content())).toBe("away");
    await expect(removeOrphanedFiles(new Date())).rejects.toThrow();
    expect(await attachFile({ ...about, content: aPdf() })).toEqual({ ok: false, reason: { because: "storage" } });
  });
});
