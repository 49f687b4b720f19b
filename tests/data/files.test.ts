import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { randomUUID } from "node:crypto";
import { afterAll, expect, test, vi } from "vitest";
import { attachReady } from "#lib/commands/files/attach-ready.ts";
import { moveVersion } from "#lib/commands/workflow/move-version.ts";
import { saveRevision } from "#lib/commands/workflow/save-revision.ts";
import { db } from "#lib/data/db.ts";
import { listCardsByNumber } from "#lib/data/directory/listings.ts";
import { findPublicFile } from "#lib/data/files/files.ts";
import { aReadyPicture } from "#tests/support/pictures.ts";
import { aNextVersion } from "#tests/support/next-versions.ts";
import { answersOf, aVersion, type AVersion } from "#tests/support/versions.ts";

const folder = await mkdtemp(join(tmpdir(), "casebook-files-"));
vi.stubEnv("FILES_DIR", folder);
afterAll(() => rm(folder, { recursive: true, force: true }));

async function attach({ id, author }: AVersion): Promise<string> {
  const attached = await attachReady({ versionId: id, file: aReadyPicture(), actor: author });
  if (!attached.ok) throw new Error(attached.reason);
  return attached.value.id;
}

const show = async ({ id, author }: AVersion, basedOn: number, pictures: string[]) => {
  const images = pictures.map((attachment) => ({ attachment, title: "", alt: "A bus", credit: "" }));
  await saveRevision({ id, basedOn, answers: await answersOf(id, { images }), actor: author });
};

async function publish({ id, author, editor }: AVersion, basedOn: number) {
  for (const [move, actor] of [
    ["submit", author],
    ["take", editor],
    ["accept", editor],
    ["publish", editor],
  ] as const)
    expect(await moveVersion({ id, basedOn, move, actor })).toMatchObject({ ok: true });
}

const isPublic = async (id: string) => (await findPublicFile(id)) !== null;

test("a picture is public while the words on the page name it, and not before", async () => {
  const version = await aVersion("draft");
  const [shown, removed] = [await attach(version), await attach(version)];
  await show(version, 1, [shown, removed]);
  await show(version, 2, [shown]);
  expect([await isPublic(shown), await isPublic(removed)]).toEqual([false, false]);

  await publish(version, 3);

  expect([await isPublic(shown), await isPublic(removed), await isPublic(randomUUID())]).toEqual([true, false, false]);
  const withdrawal = { id: version.id, basedOn: 3, actor: version.editor, reason: "A mistake" };
  await moveVersion({ ...withdrawal, move: "withdraw" });
  expect(await isPublic(shown)).toBe(true);
  await moveVersion({ ...withdrawal, move: "unpublish" });
  expect(await isPublic(shown)).toBe(false);
});

test("the first picture that the words name is the card's, for as long as they name it", async () => {
  const cardOf = async ({ caseStudyId }: AVersion) => {
    const row = await db.listing.findUniqueOrThrow({ where: { caseStudyId } });
    return (await listCardsByNumber([row.number]))[0]?.picture;
  };
  const version = await aVersion("draft");
  const [second, first] = [await attach(version), await attach(version)];
  const foreign = await attach(await aVersion("draft"));
  await show(version, 1, [first, second]);
  await publish(version, 2);
  expect(await cardOf(version)).toMatchObject({ id: first });

  const next = await aNextVersion(version);
  await show(next, 1, [foreign, second]);
  await publish(next, 2);
  expect(await cardOf(version)).toBeNull();
});

test("it stays public with the next version that shows it, and goes with the one that does not", async () => {
  const version = await aVersion("draft");
  const picture = await attach(version);
  await show(version, 1, [picture]);
  await publish(version, 2);

  const second = await aNextVersion(version, "published");
  expect(await isPublic(picture)).toBe(true);

  const third = await aNextVersion({ ...second, latestRevision: 1 });
  await show(third, 1, []);
  expect(await isPublic(picture)).toBe(true);
  await publish(third, 2);
  expect(await isPublic(picture)).toBe(false);
});

test("no other case study can make it public", async () => {
  const waiting = await aVersion("draft");
  const picture = await attach(waiting);
  await aVersion("published", { images: [{ attachment: picture, title: "", alt: "Not ours", credit: "" }] });
  expect(await isPublic(picture)).toBe(false);
});
