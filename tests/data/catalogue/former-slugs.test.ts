import { beforeEach, expect, test } from "vitest";
import { noteFormerSlug, type Subject } from "#lib/data/catalogue/changes.ts";
import { readFormerSlugs } from "#lib/data/catalogue/former-slugs.ts";
import { db } from "#lib/data/db.ts";
import { publicly, raiseGeneration } from "#lib/data/generation.ts";

const note = (subject: Subject, slug: string, subjectId: string) =>
  noteFormerSlug(db, { subject, slug, subjectId, at: new Date() });
const renewed = async () => {
  await publicly(raiseGeneration);
  return readFormerSlugs();
};

beforeEach(async () => {
  await db.formerSlug.deleteMany();
  await db.council.updateMany({ data: { mergedIntoId: null } });
});

test("what was renamed is found by what it was called, among its own kind alone", async () => {
  await note("council", "old-kent", "kent");
  await note("topic", "reading", "libraries");
  const { council, collection } = await renewed();
  expect([...council]).toEqual([["old-kent", "kent"]]);
  expect(collection.size).toBe(0);
});

test("what was merged leads to what stands for it in the end, under all its slugs", async () => {
  await note("council", "old-kent", "kent");
  await db.council.update({ where: { id: "kent" }, data: { mergedIntoId: "devon" } });
  await db.council.update({ where: { id: "devon" }, data: { mergedIntoId: "dorset" } });
  const { council } = await renewed();
  expect(Object.fromEntries(council)).toEqual({ "old-kent": "dorset", kent: "dorset", devon: "dorset" });
});

test("whoever has a slug now keeps it, and what is gone leads nowhere", async () => {
  await note("council", "devon", "kent");
  await note("collection", "spring", "no-such-collection");
  const { council, collection } = await renewed();
  expect([council.size, collection.size]).toEqual([0, 0]);
});

test("they are read again only when something public has changed", async () => {
  const before = await renewed();
  await note("council", "old-kent", "kent");
  expect(await readFormerSlugs()).toBe(before);
  expect((await renewed()).council.get("old-kent")).toBe("kent");
});
