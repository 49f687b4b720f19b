import { mkdir, mkdtemp, readdir, rm, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test, vi } from "vitest";
import { attachReady } from "#lib/commands/files/attach-ready.ts";
import { db } from "#lib/data/db.ts";
import { removeAbandonedIntakes, withIntake } from "#lib/data/files/intake/intake.ts";
import { removeOrphanedFiles, removeUnnamedAttachments } from "#lib/data/files/orphaned-files.ts";
import { aPicture, aReadyPicture } from "#tests/support/pictures.ts";
import { aVersion } from "#tests/support/versions.ts";

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
