import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { takeMemory } from "#lib/programs/check/memory.ts";

test("what a run that was killed has left in memory goes, what another that runs has stays", async () => {
  const place = await mkdtemp(join(tmpdir(), "casebook-memory-"));
  const { pid: dead } = spawnSync(process.execPath, ["--version"]);
  const [left, running] = [join(place, `casebook-check-${dead}`), join(place, `casebook-check-${process.ppid}`)];
  for (const folder of [left, running]) await mkdir(join(folder, "postgres"), { recursive: true });

  await takeMemory(place);
  expect([existsSync(left), existsSync(running)]).toEqual([false, true]);
  await rm(place, { recursive: true });
});

test("where memory cannot be written to, the disk has to do", async () => {
  expect(await takeMemory("/nowhere")).toBeNull();
});
