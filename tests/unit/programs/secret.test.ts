import { mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { readEnv } from "#lib/ops/env.ts";
import { Complaint } from "#lib/programs/launch/complaint.ts";
import { findSecret } from "#lib/programs/launch/secret.ts";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "casebook-secret-"));
});
afterEach(() => rm(folder, { recursive: true }));

const settings = (more: Record<string, string> = {}) => readEnv({ DATA_DIR: folder, ...more } as never);
const own = { DATABASE_URL: "postgresql://somewhere/else" };

test("the embedded database’s secret is made once and kept where only its owner can read it (V13.3.2)", async () => {
  const secret = await findSecret(settings(), "");
  expect(secret).toMatch(/^[0-9a-f]{64}$/);
  expect(await findSecret(settings(), "")).toBe(secret);
  expect((await stat(join(folder, "secret"))).mode & 0o777).toBe(0o600);
});

test("half a secret left by a process that died is replaced", async () => {
  await writeFile(join(folder, "secret"), "abc");
  const secret = await findSecret(settings(), "");
  expect(secret).toHaveLength(64);
  expect(await readFile(join(folder, "secret"), "utf8")).toBe(secret);
});

test("a secret that is given is used, with any database", async () => {
  const given = "g".repeat(32);
  expect(await findSecret(settings(), given)).toBe(given);
  expect(await findSecret(settings(own), given)).toBe(given);
});

test("a database of one’s own needs a secret, and a short one is refused", async () => {
  await expect(findSecret(settings(own), "")).rejects.toThrow(Complaint);
  await expect(findSecret(settings(own), "")).rejects.toThrow("SECRET must be set");
  await expect(findSecret(settings(), "short")).rejects.toThrow("too short");
});
