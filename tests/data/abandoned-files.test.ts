import { mkdir, mkdtemp, readdir, rm, utimes, writeFile } from "node:fs/promises";
import { setTimeout as sleep } from "node:timers/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test, vi } from "vitest";
import type { Prisma } from "#prisma/client/client.ts";
import { attachReady } from "#lib/commands/files/attach-ready.ts";
import { db } from "#lib/data/db.ts";
import { lockVersion } from "#lib/data/versions.ts";
import { removeAbandonedIntakes, withIntake } from "#lib/data/files/intake/intake.ts";
import { removeOrphanedFiles, removeUnnamedAttachments } from "#lib/data/files/orphaned-files.ts";
import { aPicture, aReadyPicture } from "#tests/support/pictures.ts";
import { answersOf, aVersion } from "#tests/support/versions.ts";

const data = await mkdtemp(join(tmpdir(), "casebook-abandoned-"));
vi.stubEnv("DATA_DIR", data);
vi.stubEnv("FILES_DIR", join(data, "files"));
afterAll(() => rm(data, { recursive: true, force: true }));

const day = 24 * 60 * 60 * 1000;
const ago = (ms: number) => new Date(Date.now() - ms);
const kept = () => readdir(join(data, "files"));

test("an attachment that no words ever named goes after a day with all its widths, and no other", async () => {
  const version = await aVersion("draft");
  const named = await aPicture(version, { now: ago(2 * day) });
  const picture = aReadyPicture();
  const widths = [{ width: 320, content: new Uint8Array([1]) }];
  const file = { ...picture, picture: { ...picture.picture, widths } };
  const about = { versionId: version.id, file, actor: version.author };
  await attachReady({ ...about, now: ago(2 * day) });
  const young = await attachReady(about);
  if (!young.ok) throw new Error(young.reason);
  expect(await kept()).toHaveLength(5);

  expect(await removeUnnamedAttachments(new Date())).toBe(1);
  const left = await db.attachment.findMany({ where: { caseStudyId: version.caseStudyId } });
  expect(left.map(({ id }) => id).toSorted()).toEqual([named.id, young.value.id].toSorted());
  expect(await kept()).toHaveLength(3);

  // Widths belong to the row of their picture; those of none are nobody's.
  const stray = `${crypto.randomUUID()}-640.webp`;
  await writeFile(join(data, "files", stray), "x");
  expect(await removeOrphanedFiles(new Date(Date.now() + day))).toBe(1);
  expect(await kept()).toHaveLength(3);
});

test("an attachment that words are just coming to name stays", async () => {
  const version = await aVersion("draft");
  const about = { versionId: version.id, actor: version.author, now: ago(2 * day) };
  const sent = await attachReady({ ...about, file: aReadyPicture() });
  if (!sent.ok) throw new Error(sent.reason);
  const images = [{ attachment: sent.value.id, title: "", alt: "A", credit: "" }];
  const answers = await answersOf(version.id, { images });
  const saving = await db.$transaction(async (tx) => {
    await lockVersion(tx, version.id);
    const removing = removeUnnamedAttachments(new Date());
    await sleep(300);
    const revision = { versionId: version.id, number: 2, answers: answers as Prisma.InputJsonObject, at: new Date() };
    await tx.revision.create({ data: revision });
    return { removing };
  });
  expect(await saving.removing).toBe(0);
  expect(await db.attachment.count({ where: { id: sent.value.id } })).toBe(1);
});

test("what was on its way to a process that was killed goes after a while", async () => {
  const abandoned = join(data, "uploads", "upload-old");
  await mkdir(abandoned, { recursive: true });
  await writeFile(join(abandoned, "sent-0"), "half");
  await utimes(abandoned, ago(day), ago(day));
  await withIntake(async () => {
    expect(await removeAbandonedIntakes(ago(60 * 60 * 1000))).toBe(1);
    expect(await readdir(join(data, "uploads"))).toHaveLength(1);
  });
  expect(await readdir(join(data, "uploads"))).toEqual([]);
});
