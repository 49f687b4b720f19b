import { mkdtemp, readdir, rm, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { packArchive } from "#lib/transfer/archive/pack.ts";

const hour = 60 * 60 * 1000;
const [old, recent] = [new Date(Date.now() - 25 * hour), new Date(Date.now() - 23 * hour)];

test("what a backup that was killed left is gone with the next after a day, and nothing else is", async () => {
  const folder = await mkdtemp(join(tmpdir(), "casebook-unfinished-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const files: Record<string, Date> = {
    "casebook-2026-11-01T020000Z.tar.gz.sealed.unfinished": old,
    "casebook-2026-11-02T020000Z.tar.gz.unfinished": recent,
    "casebook-2026-10-01T020000Z.tar.gz": old,
    "minutes.unfinished": old,
  };
  for (const [name, at] of Object.entries(files)) {
    await writeFile(join(folder, name), "");
    await utimes(join(folder, name), at, at);
  }
  await packArchive(join(folder, "casebook-new.tar.gz"), undefined, async () => undefined);
  expect((await readdir(folder)).toSorted()).toEqual([
    "casebook-2026-10-01T020000Z.tar.gz",
    "casebook-2026-11-02T020000Z.tar.gz.unfinished",
    "casebook-new.tar.gz",
    "minutes.unfinished",
  ]);
});
