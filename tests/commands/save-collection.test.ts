import { beforeAll, describe, expect, test } from "vitest";
import { moveVersion } from "#lib/commands/workflow/move-version.ts";
import { saveCollection } from "#lib/commands/directory/save-collection.ts";
import { db } from "#lib/data/db.ts";
import { findCollection } from "#lib/data/directory/terms.ts";
import { aPerson } from "#tests/support/people.ts";
import { generation, snapshot } from "#tests/support/snapshot.ts";
import { aVersion, type AVersion } from "#tests/support/versions.ts";

let editor: Awaited<ReturnType<typeof aPerson>>;
let published: AVersion[];

beforeAll(async () => {
  editor = await aPerson("editor");
  published = [];
  for (const title of ["First of all", "Second of all", "Third of all", "Fourth of all"])
    published.push(await aVersion("published", { title }));
});

const ids = (...numbers: number[]) => numbers.map((number) => published[number]?.caseStudyId ?? "");
const save = (name: string, caseStudyIds: string[], changes: { id?: string; introduction?: string } = {}) =>
  saveCollection({ name, introduction: "Why these belong together.", caseStudyIds, actor: editor, ...changes });
const collectionsOf = async (number: number) =>
  (await db.listing.findUniqueOrThrow({ where: { caseStudyId: ids(number)[0] ?? "" } })).collections;

test("a collection has the order its editor gave, and everything in it can be filtered by it", async () => {
  const before = await generation();
  expect(await save("Warm & well", ids(2, 0))).toEqual({ ok: true, value: { id: "warm-well" } });
  expect((await findCollection("warm-well"))?.slugs).toEqual(["third-of-all", "first-of-all"]);
  expect([await collectionsOf(0), await collectionsOf(1), await collectionsOf(2)]).toEqual([
    ["warm-well"],
    [],
    ["warm-well"],
  ]);
  expect(await generation()).toBe(before + 1);
});

test("saving again replaces what it holds: what was left out can no longer be found by it", async () => {
  await save("Replaced", ids(0, 1));
  const changes = { id: "replaced", introduction: "Another reason." };
  expect(await save("Replaced", ids(1, 3), changes)).toMatchObject({ ok: true });
  expect(await findCollection("replaced")).toMatchObject({
    introduction: "Another reason.",
    slugs: ["second-of-all", "fourth-of-all"],
  });
  expect(await collectionsOf(0)).not.toContain("replaced");
  expect(await collectionsOf(3)).toContain("replaced");
});

test("a new one never takes the place of another that sounds like it, nor does a renamed one", async () => {
  await save("Heat & light", ids(0));
  await save("Cold and dark", ids(1));
  const before = await snapshot();
  expect(await save("Heat, light!", ids(2))).toEqual({ ok: false, reason: "name-taken" });
  expect(await save("Heat light", ids(2), { id: "cold-and-dark" })).toEqual({ ok: false, reason: "name-taken" });
  expect(await save("Anything", ids(2), { id: "no-such-one" })).toEqual({ ok: false, reason: "not-found" });
  expect(await snapshot()).toEqual(before);
});

test("a renamed one keeps its address", async () => {
  await save("First name", ids(0));
  expect(await save("Second name", ids(0), { id: "first-name" })).toEqual({ ok: true, value: { id: "first-name" } });
  expect(await findCollection("first-name")).toMatchObject({ name: "Second name" });
});

test("a case study named twice is in it once", async () => {
  expect(await save("Named twice", ids(1, 0, 1))).toMatchObject({ ok: true });
  expect((await findCollection("named-twice"))?.slugs).toEqual(["second-of-all", "first-of-all"]);
});

test("a case study that is not published waits in it unseen, and appears where it was put", async () => {
  const waiting = await aVersion("accepted", { title: "Between the two" });
  await save("With a gap", [...ids(0), waiting.caseStudyId, ...ids(1)]);
  expect((await findCollection("with-a-gap"))?.slugs).toEqual(["first-of-all", "second-of-all"]);
  await moveVersion({ id: waiting.id, basedOn: 1, move: "publish", actor: waiting.editor });
  expect((await findCollection("with-a-gap"))?.slugs).toEqual(["first-of-all", "between-the-two", "second-of-all"]);
});

test("a contributor may not, and then nothing changes", async () => {
  const actor = await aPerson("contributor");
  const before = await snapshot();
  const outcome = await saveCollection({ name: "Mine", introduction: "", caseStudyIds: ids(0), actor });
  expect(outcome).toEqual({ ok: false, reason: "not-allowed" });
  expect(await snapshot()).toEqual(before);
});

describe("collections saved at the same moment", () => {
  test("under one name: one of them is made", async () => {
    const outcomes = await Promise.all([save("At once", ids(0)), save("At once", ids(1))]);
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(outcomes).toContainEqual({ ok: false, reason: "name-taken" });
  });

  test("that share case studies in opposite orders both stand", async () => {
    await Promise.all([save("There", []), save("And back", [])]);
    for (let round = 0; round < 8; round++) {
      await Promise.all([
        save("There", ids(0, 1, 2, 3), { id: "there" }),
        save("And back", ids(3, 2, 1, 0), { id: "and-back" }),
      ]);
    }
    for (const number of [0, 1, 2, 3])
      expect(await collectionsOf(number)).toEqual(expect.arrayContaining(["and-back", "there"]));
  });

  test("as a case study that leaves is withdrawn: what the listing says is what is published", async () => {
    await save("Leaving", []);
    for (let round = 0; round < 8; round++) {
      const leaving = await aVersion("published");
      await save("Leaving", [leaving.caseStudyId], { id: "leaving" });
      const withdrawal = { id: leaving.id, basedOn: 1, actor: editor, reason: "A mistake" };
      await Promise.all([save("Leaving", [], { id: "leaving" }), moveVersion({ ...withdrawal, move: "withdraw" })]);
      expect(await db.listing.count({ where: { caseStudyId: leaving.caseStudyId } })).toBe(0);
    }
  });
});
