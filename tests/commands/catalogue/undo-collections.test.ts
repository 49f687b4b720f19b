import { beforeAll, beforeEach, describe, expect, onTestFinished, test, vi } from "vitest";
import { addCollection } from "#lib/commands/catalogue/collections/add-collection.ts";
import { arrangeCollection } from "#lib/commands/catalogue/collections/arrange-collection.ts";
import { changeCollection } from "#lib/commands/catalogue/collections/change-collection.ts";
import { moveCollection } from "#lib/commands/catalogue/collections/move-collection.ts";
import { bringBackCollection, retireCollection } from "#lib/commands/catalogue/collections/retire-collection.ts";
import { readFormerSlugs } from "#lib/data/catalogue/former-slugs.ts";
import { db } from "#lib/data/db.ts";
import { getCatalogue } from "#lib/data/directory/catalogue.ts";
import { findCollection, findRetiredCollection, listCollections } from "#lib/data/directory/terms.ts";
import { aPerson } from "#tests/support/people.ts";
import { snapshot } from "#tests/support/snapshot.ts";
import { undoLast } from "#tests/support/undoing.ts";
import { aVersion } from "#tests/support/versions.ts";

let actor: Awaited<ReturnType<typeof aPerson>>;
let held: string[];
let slugs: string[];

beforeAll(async () => {
  actor = await aPerson("editor");
  held = [];
  for (const title of ["One thing", "Another thing", "A third thing"])
    held.push((await aVersion("published", { title })).caseStudyId);
  slugs = ["one-thing", "another-thing", "a-third-thing"];
});
beforeEach(async () => {
  await db.collection.deleteMany();
  await db.formerSlug.deleteMany();
  await db.redirect.deleteMany();
  await addCollection({ name: "Warm homes", introduction: "Why.", caseStudyIds: held.slice(0, 2), actor });
  await addCollection({ name: "Cold ponds", introduction: "How.", caseStudyIds: held.slice(1), actor });
});

/** All that readers and editors have of collections. What was public once stays an address, and every change stays in its list. */
async function standing() {
  const { FormerSlug: _, Generation: __, CatalogueChange: ___, ...rest } = await snapshot();
  return rest;
}

const item = { id: "warm-homes", caseStudyId: "" };
const changes: [what: string, change: () => Promise<{ ok: boolean }>][] = [
  ["adding one", () => addCollection({ name: "New", introduction: "", caseStudyIds: held, actor })],
  ["a new name", () => changeCollection({ id: "warm-homes", values: { name: "Warmer homes" }, actor })],
  ["a new introduction", () => changeCollection({ id: "warm-homes", values: { introduction: "Because." }, actor })],
  ["putting a case study in", () => arrangeCollection({ ...item, caseStudyId: held[2] ?? "", how: "put", actor })],
  ["taking one out", () => arrangeCollection({ ...item, caseStudyId: held[0] ?? "", how: "take-out", actor })],
  ["moving one", () => arrangeCollection({ ...item, caseStudyId: held[1] ?? "", how: "up", actor })],
  ["moving a collection", () => moveCollection({ id: "cold-ponds", how: "up", actor })],
  ["retiring one", () => retireCollection({ id: "warm-homes", leadsTo: "", actor })],
  ["retiring one to another place", () => retireCollection({ id: "warm-homes", leadsTo: "/topics/energy", actor })],
];

test.each(changes)("%s is taken back exactly", async (_, change) => {
  const before = await standing();
  expect(await change()).toMatchObject({ ok: true });
  expect(await standing()).not.toEqual(before);
  expect(await undoLast("collection")).toMatchObject({ ok: true });
  expect(await standing()).toEqual(before);
});

test("what was changed again is not taken back", async () => {
  await changeCollection({ id: "warm-homes", values: { name: "Warmer homes" }, actor });
  const { id } = await db.catalogueChange.findFirstOrThrow({ orderBy: { at: "desc" } });
  await changeCollection({ id: "warm-homes", values: { name: "Warmest homes" }, actor });
  await db.catalogueChange.deleteMany({ where: { id: { not: id } } });
  const before = await snapshot();
  expect(await undoLast("collection")).toEqual({ ok: false, reason: "changed-since" });
  expect(await snapshot()).toEqual(before);
});

test("a slug that another has taken meanwhile stays with that one", async () => {
  await changeCollection({ id: "warm-homes", values: { name: "Warmer homes" }, actor });
  const { id } = await db.catalogueChange.findFirstOrThrow({ orderBy: { at: "desc" } });
  await addCollection({ name: "Warm homes", introduction: "", actor });
  await db.catalogueChange.deleteMany({ where: { id: { not: id } } });
  expect(await undoLast("collection")).toEqual({ ok: false, reason: "cannot" });
});

test("of two collections neither is made to lead to the other and back", async () => {
  await retireCollection({ id: "cold-ponds", leadsTo: "/collections/warm-homes", actor });
  await bringBackCollection({ id: "cold-ponds", actor });
  const { id } = await db.catalogueChange.findFirstOrThrow({ where: { kind: "bring-back" } });
  expect(await retireCollection({ id: "warm-homes", leadsTo: "/collections/cold-ponds", actor })).toMatchObject({
    ok: true,
  });
  await db.catalogueChange.deleteMany({ where: { id: { not: id } } });
  expect(await undoLast("collection")).toEqual({ ok: false, reason: "cannot" });
  expect(await findCollection("cold-ponds")).not.toBeNull();
});

test("after a new name is taken back, the address it had meanwhile leads to the old one", async () => {
  await changeCollection({ id: "warm-homes", values: { name: "Warmer homes" }, actor });
  await undoLast("collection");
  expect([...(await readFormerSlugs()).collection]).toEqual([["warmer-homes", "warm-homes"]]);
});

test("what was never saved differently is no change", async () => {
  const { CatalogueChange: before } = await snapshot();
  await changeCollection({ id: "warm-homes", values: { introduction: "Why." }, actor });
  await arrangeCollection({ ...item, caseStudyId: held[0] ?? "", how: "up", actor });
  expect((await snapshot())["CatalogueChange"]).toEqual(before);
});

describe("a retired collection", () => {
  const offered = async () => (await getCatalogue()).collection.map(({ slug }) => slug);
  const filed = async () => (await db.listing.findMany({ where: { collections: { has: "warm-homes" } } })).length;

  test("is in no list, filter or case study, and its address says that it is gone", async () => {
    await retireCollection({ id: "warm-homes", leadsTo: "", actor });
    expect(await findCollection("warm-homes")).toBeNull();
    expect(await findRetiredCollection("warm-homes")).toEqual({ kind: "gone" });
    expect((await listCollections()).map(({ slug }) => slug)).toEqual(["cold-ponds"]);
    expect(await offered()).toEqual(["cold-ponds"]);
    expect(await filed()).toBe(0);
  });

  const haveAddress = () => {
    vi.stubEnv("PUBLIC_URL", "https://casebook.example");
    onTestFinished(() => void vi.stubEnv("PUBLIC_URL", undefined));
  };

  test.each(["/topics/energy", "https://casebook.example/topics/energy", "/collections/cold-ponds"])(
    "leads to a chosen place: %s",
    async (leadsTo) => {
      haveAddress();
      expect(await retireCollection({ id: "warm-homes", leadsTo, actor })).toMatchObject({ ok: true });
      const to = new URL(leadsTo, "http://any.example").pathname;
      expect(await findRetiredCollection("warm-homes")).toEqual({ kind: "moved", to });
    },
  );

  test.each([
    "/collections/warm-homes",
    "/collections/warm-homes#top",
    "//elsewhere.example",
    "https://elsewhere.example/topics/energy",
    "https://casebook.example.elsewhere.example/topics/energy",
    "nowhere",
    "/case-studies/no-such",
  ])("leads neither back to itself nor nowhere: %s", async (leadsTo) => {
    haveAddress();
    const outcome = await retireCollection({ id: "warm-homes", leadsTo, actor });
    expect(outcome).toEqual({ ok: false, reason: "leads-nowhere" });
  });

  test("comes back with what it held, in its order, at its address", async () => {
    await retireCollection({ id: "warm-homes", leadsTo: "/topics/energy", actor });
    expect(await changeCollection({ id: "warm-homes", values: { name: "Other" }, actor })).toMatchObject({ ok: false });
    expect(await bringBackCollection({ id: "warm-homes", actor })).toMatchObject({ ok: true });
    expect((await findCollection("warm-homes"))?.slugs).toEqual(slugs.slice(0, 2));
    expect(await findRetiredCollection("warm-homes")).toBeNull();
    expect(await db.redirect.count()).toBe(0);
    expect(await filed()).toBe(2);
  });
});
