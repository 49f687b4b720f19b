import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeEach, expect, test, vi } from "vitest";
import { Complaint } from "#lib/programs/launch/complaint.ts";
import { takeDataFolder } from "#lib/programs/launch/data-folder.ts";
import { lockFolder } from "#lib/programs/launch/processes/lock.mjs";

// Removed last: what is taken is the folder itself, and a new one may get the place of one that is gone.
const folders: string[] = [];
let folder = "";
beforeEach(async () => void folders.push((folder = await mkdtemp(join(tmpdir(), "casebook-test-")))));
afterEach(() => void vi.unstubAllEnvs());
afterAll(() => Promise.all(folders.map((one) => rm(one, { recursive: true, force: true }))));

test("of many who want a data folder at once, one gets it", async () => {
  const outcomes = await Promise.allSettled(Array.from({ length: 20 }, () => takeDataFolder(folder)));
  expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  for (const outcome of outcomes) if (outcome.status === "rejected") expect(outcome.reason).toBeInstanceOf(Complaint);
});

test.runIf(process.platform === "linux")("another folder for temporary files is no way round the lock", async () => {
  await takeDataFolder(folder);
  vi.stubEnv("TMPDIR", folder);
  await expect(takeDataFolder(folder)).rejects.toThrow("already in use");
});

test("another data folder is free", async () => {
  await takeDataFolder(folder);
  await expect(takeDataFolder(join(folder, "another"))).resolves.toContain("another");
});

test("whoever had it and lets go a moment later is waited for", async () => {
  const letGo = await lockFolder(folder, "data");
  setTimeout(() => letGo?.(), 300);
  await expect(takeDataFolder(folder)).resolves.toContain("casebook-test-");
});

test("a folder that is locked for one purpose is free for another, and free again once it is let go", async () => {
  const letGo = await lockFolder(folder, "build");
  expect(letGo).not.toBeNull();
  expect(await lockFolder(folder, "build")).toBeNull();
  expect(await lockFolder(folder, "data")).not.toBeNull();
  letGo?.();
  expect(await lockFolder(folder, "build")).not.toBeNull();
});
