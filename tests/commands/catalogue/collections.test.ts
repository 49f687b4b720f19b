import { beforeAll, describe, expect, test } from "vitest";
import { addCollection } from "#lib/commands/catalogue/collections/add-collection.ts";
import { arrangeCollection } from "#lib/commands/catalogue/collections/arrange-collection.ts";
import { changeCollection } from "#lib/commands/catalogue/collections/change-collection.ts";
import { moveVersion } from "#lib/commands/workflow/move-version.ts";
import { digestOf } from "#lib/data/catalogue/digest.ts";
import { readFormerSlugs } from "#lib/data/catalogue/former-slugs.ts";
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
const introduction = "Why these belong together.";
const add = (name: string, caseStudyIds: string[]) =>
  addCollection({ name, introduction, caseStudyIds, actor: editor });
const change = (id: string, values: Parameters<typeof changeCollection>[0]["values"], basedOn?: string) =>
  changeCollection({ id, values, basedOn, actor: editor });
const arrange = (id: string, number: number, how: Parameters<typeof arrangeCollection>[0]["how"], basedOn?: string) =>
  arrangeCollection({ id, caseStudyId: ids(number)[0] ?? "", how, basedOn, actor: editor });
const collectionsOf = async (number: number) =>
  (await db.listing.findUniqueOrThrow({ where: { caseStudyId: ids(number)[0] ?? "" } })).collections;
const slugsIn = async (slug: string) => (await findCollection(slug))?.slugs;

test("a collection has the order its editor gave, and everything in it can be filtered by it", async () => {
  const before = await generation();
  expect(await add("Warm & well", ids(2, 0))).toEqual({ ok: true, value: { id: "warm-well" } });
  expect(await slugsIn("warm-well")).toEqual(["third-of-all", "first-of-all"]);
  expect([await collectionsOf(0), await collectionsOf(1), await collectionsOf(2)]).toEqual([
    ["warm-well"],
    [],
    ["warm-well"],
  ]);
  expect(await generation()).toBeGreaterThan(before);
  expect(await db.owedProjection.count()).toBe(0);
});

test("giving it other case studies replaces what it holds: what was left out can no longer be found by it", async () => {
  await add("Replaced", ids(0, 1));
  expect(await change("replaced", { introduction: "Another reason.", items: ids(1, 3) })).toMatchObject({ ok: true });
  expect(await findCollection("replaced")).toMatchObject({
    introduction: "Another reason.",
    slugs: ["second-of-all", "fourth-of-all"],
  });
  expect(await collectionsOf(0)).not.toContain("replaced");
  expect(await collectionsOf(3)).toContain("replaced");
});

test("a new one never takes the place of another that sounds like it, nor does a renamed one", async () => {
  await add("Heat & light", ids(0));
  await add("Cold and dark", ids(1));
  const before = await snapshot();
  expect(await add("Heat, light!", ids(2))).toEqual({ ok: false, reason: "name-taken" });
  expect(await change("cold-and-dark", { name: "Heat light" })).toEqual({ ok: false, reason: { why: "name-taken" } });
  expect(await change("no-such-one", { name: "Anything" })).toEqual({ ok: false, reason: { why: "gone" } });
  expect(await snapshot()).toEqual(before);
});

test("a renamed one has the address of its name, its old one leads there, and another may take that", async () => {
  await add("First name", ids(0));
  expect(await change("first-name", { name: "Second name" })).toMatchObject({
    ok: true,
    value: { slug: "second-name" },
  });
  expect(await findCollection("first-name")).toBeNull();
  expect(await collectionsOf(0)).toEqual(expect.arrayContaining(["second-name"]));
  expect(await collectionsOf(0)).not.toContain("first-name");
  expect((await readFormerSlugs()).collection.get("first-name")).toBe("second-name");

  expect(await add("First name", ids(1))).toEqual({ ok: true, value: { id: "first-name-2" } });
  expect((await readFormerSlugs()).collection.get("first-name")).toBeUndefined();
  expect(await slugsIn("first-name")).toEqual(["second-of-all"]);
});

test("a case study named twice is in it once, and put in again stays where it is", async () => {
  await add("Named twice", ids(1, 0, 1));
  expect(await slugsIn("named-twice")).toEqual(["second-of-all", "first-of-all"]);
  await arrange("named-twice", 1, "put");
  await arrange("named-twice", 3, "put");
  expect(await slugsIn("named-twice")).toEqual(["second-of-all", "first-of-all", "fourth-of-all"]);
});

test("case studies go up and down by one place, and stay at the ends", async () => {
  await add("In order", ids(0, 1, 2));
  await arrange("in-order", 2, "up");
  expect(await slugsIn("in-order")).toEqual(["first-of-all", "third-of-all", "second-of-all"]);
  await arrange("in-order", 0, "up");
  await arrange("in-order", 1, "down");
  expect(await slugsIn("in-order")).toEqual(["first-of-all", "third-of-all", "second-of-all"]);
  await arrange("in-order", 0, "down");
  expect(await slugsIn("in-order")).toEqual(["third-of-all", "first-of-all", "second-of-all"]);
  await arrange("in-order", 0, "take-out");
  expect(await slugsIn("in-order")).toEqual(["third-of-all", "second-of-all"]);
  expect(await collectionsOf(0)).not.toContain("in-order");
});

test("whoever changes what somebody else has changed meanwhile is told what it is now", async () => {
  await add("Two at once", ids(0, 1));
  const seen = digestOf({ introduction });
  const order = digestOf({ items: ids(0, 1) });
  expect(await change("two-at-once", { introduction: "Mine." }, seen)).toMatchObject({ ok: true });
  expect(await change("two-at-once", { introduction: "Theirs." }, seen)).toMatchObject({
    ok: false,
    reason: { why: "changed", now: { introduction: "Mine." } },
  });
  // The same form sent twice has done what it asked.
  expect(await change("two-at-once", { introduction: "Mine." }, seen)).toMatchObject({ ok: true });
  await arrange("two-at-once", 1, "up", order);
  expect(await arrange("two-at-once", 1, "up", order)).toMatchObject({ ok: false, reason: { why: "changed" } });
});

test("a case study that is not published waits in it unseen, and appears where it was put", async () => {
  const waiting = await aVersion("accepted", { title: "Between the two" });
  await add("With a gap", [...ids(0), waiting.caseStudyId, ...ids(1)]);
  expect(await slugsIn("with-a-gap")).toEqual(["first-of-all", "second-of-all"]);
  await moveVersion({ id: waiting.id, basedOn: 1, move: "publish", actor: waiting.editor });
  expect(await slugsIn("with-a-gap")).toEqual(["first-of-all", "between-the-two", "second-of-all"]);
});

test("a contributor may not, and then nothing changes", async () => {
  const actor = await aPerson("contributor");
  await add("Editors only", ids(0));
  const before = await snapshot();
  expect(await addCollection({ name: "Mine", introduction, actor })).toEqual({ ok: false, reason: "not-allowed" });
  const refused = { ok: false, reason: { why: "not-allowed" } };
  expect(await changeCollection({ id: "editors-only", values: { name: "Mine" }, actor })).toEqual(refused);
  const put = { id: "editors-only", caseStudyId: ids(1)[0] ?? "", how: "put" } as const;
  expect(await arrangeCollection({ ...put, actor })).toEqual(refused);
  expect(await snapshot()).toEqual(before);
});

describe("collections saved at the same moment", () => {
  test("under one name: one of them is made", async () => {
    const outcomes = await Promise.all([add("At once", ids(0)), add("At once", ids(1))]);
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(outcomes).toContainEqual({ ok: false, reason: "name-taken" });
  });

  test("that share case studies in opposite orders both stand", async () => {
    await Promise.all([add("There", []), add("And back", [])]);
    for (let round = 0; round < 8; round++) {
      await Promise.all([
        change("there", { items: round % 2 ? ids(0, 1, 2, 3) : ids(2) }),
        change("and-back", { items: round % 2 ? ids(3, 2, 1, 0) : ids(1) }),
      ]);
    }
    for (const number of [0, 1, 2, 3])
      expect(await collectionsOf(number)).toEqual(expect.arrayContaining(["and-back", "there"]));
  });

  test("as a case study that leaves is withdrawn: what the listing says is what is published", async () => {
    await add("Leaving", []);
    for (let round = 0; round < 8; round++) {
      const leaving = await aVersion("published");
      await change("leaving", { items: [leaving.caseStudyId] });
      const withdrawal = { id: leaving.id, basedOn: 1, actor: editor, reason: "A mistake" };
      await Promise.all([change("leaving", { items: [] }), moveVersion({ ...withdrawal, move: "withdraw" })]);
      expect(await db.listing.count({ where: { caseStudyId: leaving.caseStudyId } })).toBe(0);
    }
  });

  test("as a case study in it is published: it is filed under the name it has", async () => {
    await add("Renamed 0", []);
    const { value } = (await add("While publishing", [])) as { ok: true; value: { id: string } };
    for (let round = 1; round <= 6; round++) {
      const coming = await aVersion("accepted");
      await change(value.id, { items: [coming.caseStudyId] });
      const publication = { id: coming.id, basedOn: 1, actor: coming.editor, move: "publish" } as const;
      await Promise.all([change(value.id, { name: `While publishing ${round}` }), moveVersion(publication)]);
      const row = await db.listing.findUniqueOrThrow({ where: { caseStudyId: coming.caseStudyId } });
      expect(row.collections).toEqual([`while-publishing-${round}`]);
    }
  });
});
