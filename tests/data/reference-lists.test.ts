import { expect, test } from "vitest";
import { db } from "#lib/data/db.ts";
import { getGeneration } from "#lib/data/generation.ts";
import { loadReferenceLists } from "#prisma/seed/reference.ts";

test("what editors took out of a list stays out, at every start", async () => {
  await db.topic.delete({ where: { id: "buses" } });
  await db.supportType.delete({ where: { id: "training" } });
  await db.councilSuccession.deleteMany({ where: { successorId: "dorset" } });
  await db.council.delete({ where: { id: "dorset" } });
  const before = await getGeneration();

  await loadReferenceLists();

  expect(await db.topic.count({ where: { id: "buses" } })).toBe(0);
  expect(await db.supportType.count({ where: { id: "training" } })).toBe(0);
  expect(await db.council.count({ where: { id: "dorset" } })).toBe(0);
  expect(await getGeneration()).toBe(before);
});

test("each list is loaded where there is none of it; invented councils are none", async () => {
  const [topics, councils] = [await db.topic.count(), await db.council.count()];
  await db.topic.deleteMany({ where: { parentId: { not: null } } });
  await db.topic.deleteMany();
  await db.councilSuccession.deleteMany();
  await db.council.deleteMany();
  const invented = { id: "atlantis", slug: "atlantis", name: "Atlantis", shortName: "Atlantis", type: "unitary" };
  await db.council.create({ data: { ...invented, nation: "England", example: true } });

  await loadReferenceLists();

  expect(await db.topic.count()).toBe(topics + 1);
  expect(await db.council.count()).toBe(councils + 2);
  expect(await db.supportType.count({ where: { id: "training" } })).toBe(0);
});
