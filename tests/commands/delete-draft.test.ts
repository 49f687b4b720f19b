import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test, vi } from "vitest";
import { deleteDraft } from "#lib/commands/people/erasing/delete-draft.ts";
import { eraseAgain } from "#lib/commands/people/erasing/erase-again.ts";
import { db } from "#lib/data/db.ts";
import { eachErasure } from "#lib/data/files/erasures.ts";
import { aDraft, aVersion } from "#tests/support/versions.ts";
import { aPerson } from "#tests/support/people.ts";

const folder = await mkdtemp(join(tmpdir(), "casebook-deleting-"));
vi.stubEnv("FILES_DIR", folder);
afterAll(() => rm(folder, { recursive: true, force: true }));

test("a draft goes alone: what else its author has stays", async () => {
  const { id: personId } = await aPerson();
  const [one, other] = [await aDraft({ personId }), await aDraft({ personId })];
  expect(await deleteDraft(one.versionId)).toEqual({ ok: true, value: null });
  expect(await db.version.findUnique({ where: { id: one.versionId } })).toBeNull();
  expect(await db.version.findUnique({ where: { id: other.versionId } })).not.toBeNull();
  expect(await db.person.count({ where: { id: personId } })).toBe(1);
  expect(await deleteDraft(one.versionId)).toEqual({ ok: false, reason: "not-found" });
});

test("with the last of their drafts goes whoever has nothing else, and no backup brings it back", async () => {
  const { id: personId } = await aPerson();
  const { versionId } = await aDraft({ personId });
  await deleteDraft(versionId);
  expect(await db.person.count({ where: { id: personId } })).toBe(0);
  expect(await Array.fromAsync(eachErasure())).toContainEqual({ what: "version", id: versionId });
});

test("put back from a backup, it is deleted again with whoever has nothing else", async () => {
  const { id: personId } = await aPerson();
  const { versionId, caseStudyId } = await aDraft({ personId });
  const person = await db.person.findUniqueOrThrow({ where: { id: personId } });
  const caseStudy = await db.caseStudy.findUniqueOrThrow({ where: { id: caseStudyId } });
  const version = await db.version.findUniqueOrThrow({ where: { id: versionId } });
  await deleteDraft(versionId);
  await db.person.create({ data: person });
  await db.caseStudy.create({ data: caseStudy });
  await db.version.create({ data: version });

  expect(await eraseAgain()).toEqual({ erased: 1, left: [] });

  expect(await db.version.count({ where: { id: versionId } })).toBe(0);
  expect(await db.person.count({ where: { id: personId } })).toBe(0);
});

test.each(["submitted", "changes_requested", "published"] as const)("what is %s stays", async (state) => {
  const { id } = await aVersion(state);
  expect(await deleteDraft(id)).toEqual({ ok: false, reason: "wrong-state" });
  expect(await db.version.count({ where: { id } })).toBe(1);
});
