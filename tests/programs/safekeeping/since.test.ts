import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, expect, test, vi } from "vitest";
import { db } from "#lib/data/db.ts";
import { never } from "#lib/data/letters/letters.ts";
import { createLink, findLink } from "#lib/data/submissions/links.ts";
import { aPerson } from "#tests/support/people.ts";
import { aVersion } from "#tests/support/versions.ts";

const run = promisify(execFile);
const folder = await mkdtemp(join(tmpdir(), "casebook-since-"));
vi.stubEnv("FILES_DIR", join(folder, "files"));
afterAll(() => rm(folder, { recursive: true, force: true }));

const program = async (name: "backup" | "restore", ...args: string[]) =>
  (await run(process.execPath, [`lib/programs/${name}/${name}.ts`, ...args], { env: process.env })).stdout;

test("what let somebody in may have been ended since, and ends with a restore; which letters leave again is told", async () => {
  const [now, soon] = [new Date(), new Date(Date.now() + 600_000)];
  const { id: personId } = await aPerson("editor");
  const { id: versionId } = await aVersion("submitted");
  await db.session.create({ data: { userId: personId, token: "a session", expiresAt: soon } });
  await db.verification.create({ data: { identifier: "a state", value: "{}", expiresAt: soon } });
  const signIn = await createLink(db, { purpose: "signIn", personId, expiresAt: soon, now });
  const track = await createLink(db, { purpose: "track", versionId, now });
  await db.letter.updateMany({ data: { sentAt: now } });
  const letter = { versionId, queuedAt: now, toId: personId };
  await db.letter.createMany({
    data: [
      ...["mentions", "mentions", "signIn"].map((kind) => ({ ...letter, kind })),
      { ...letter, kind: "mentions", dueAt: never },
    ],
  });
  await program("backup", join(folder, "archive"));

  const printed = await program("restore", join(folder, "archive"), "--replace");

  expect(printed).toContain("Everybody has to sign in anew.");
  expect(printed).toContain("Letters that were owed when it was backed up: 2.");
  expect([await db.session.count(), await db.verification.count()]).toEqual([0, 0]);
  expect(await findLink(signIn.token, "signIn", now)).toBeNull();
  expect(await db.letter.count({ where: { kind: "signIn" } })).toBe(0);
  expect(await findLink(track.token, "track", now)).not.toBeNull();
}, 60_000);
