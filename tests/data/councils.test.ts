import { beforeAll, describe, expect, test } from "vitest";
import { moveVersion } from "#lib/commands/workflow/move-version.ts";
import {
  countFromCouncil,
  findCouncil,
  findCouncilSearchedFor,
  listCouncilsWithCaseStudies,
  searchCouncils,
} from "#lib/data/directory/councils.ts";
import { db } from "#lib/data/db.ts";
import { aVersion } from "#tests/support/versions.ts";

beforeAll(async () => {
  for (const council of ["kent", "dorset", "kent"]) await aVersion("published", { council });
  await aVersion("accepted", { council: "devon" });
  const { id, editor } = await aVersion("published", { council: "kent" });
  await moveVersion({ id, basedOn: 1, move: "withdraw", actor: editor, reason: "A mistake" });
});

const namesFor = async (words: string) => (await searchCouncils(words)).councils.map(({ shortName }) => shortName);

describe("councils that have published something", () => {
  test("are listed by name with how much, and no others", async () => {
    const found = await listCouncilsWithCaseStudies();
    expect(found.map(({ slug, shortName, type, count }) => [slug, shortName, type, count])).toEqual([
      ["dorset", "Dorset", "unitary", 1],
      ["kent", "Kent", "county", 2],
    ]);
  });

  test("are counted without what is withdrawn or not out yet", async () => {
    const counts = ["kent", "devon", null, "atlantis"].map((council) => countFromCouncil(council));
    expect(await Promise.all(counts)).toEqual([2, 0, 0, 0]);
  });
});

describe("looking for a council", () => {
  test("finds every word of its name, in any case and order", async () => {
    expect(await namesFor("BORDERS scottish")).toEqual(["Scottish Borders"]);
    expect(await namesFor("isles of  scilly")).toEqual(["Isles of Scilly"]);
    expect(await namesFor("kent dorset")).toEqual([]);
    expect(await namesFor("the vale of glamorgan")).toEqual(["Vale of Glamorgan"]);
  });

  test("says how much each has published", async () => {
    const { councils } = await searchCouncils("Kent County");
    expect(councils).toEqual([expect.objectContaining({ slug: "kent", name: "Kent County Council", count: 2 })]);
  });

  test("finds at most 60, by name without articles, and says how many there are", async () => {
    const { total } = await searchCouncils("council");
    expect(total).toBe(await db.council.count({ where: { name: { contains: "council", mode: "insensitive" } } }));
    expect(total).toBeGreaterThan(60);
    const names = await namesFor("council");
    expect(names).toHaveLength(60);
    expect(names).toEqual(names.toSorted((a, b) => a.localeCompare(b, "en-GB")));
  });

  test.each(["%", "_", "%%", "k_nt", "k%t", "\\", "'", '\'; drop table "Council"; --', "x".repeat(10_000), "🦘"])(
    "takes %j for what it is and finds nothing (V1.2.4)",
    async (words) => {
      expect((await namesFor(words)).filter((name) => !name.toLowerCase().includes(words))).toEqual([]);
    },
  );

  test("finds a name that has a quote in it", async () => {
    for (const words of ["king's lynn", "kings lynn", "King’s Lynn"])
      expect(await namesFor(words)).toEqual(["King's Lynn and West Norfolk"]);
  });

  test("finds a name that has an accent in it, typed without one", async () => {
    await db.council.update({ where: { id: "devon" }, data: { name: "Cyngor Ynys Môn" } });
    for (const words of ["ynys mon", "YNYS MÔN", "ynys mo\u0302n"]) expect(await namesFor(words)).toEqual(["Devon"]);
  });
});

describe("the council that a search names", () => {
  test.each([
    ["Leeds", "Leeds City Council", 0],
    ["  kent ", "Kent County Council", 2],
    ["dorset", "Dorset Council", 1],
    ["leeds city council", "Leeds City Council", 0],
    ["bath", "Bath and North East Somerset Council", 0],
  ])("is found by %j: %s, with %i", async (words, name, count) => {
    expect(await findCouncilSearchedFor(words)).toMatchObject({ name, count });
  });

  test.each(["", "council", "north", "ee", "leed", "Leeds libraries", "yorkshire", "%", "x".repeat(10_000)])(
    "is none, or no one, for %j",
    async (words) => {
      expect(await findCouncilSearchedFor(words)).toBeNull();
    },
  );
});

describe("one council", () => {
  test("has the councils before it and those after it, by name", async () => {
    await db.council.update({ where: { id: "east-dorset" }, data: { sizeBand: "under-100k" } });
    const dorset = await findCouncil("dorset");
    expect(dorset).toMatchObject({ slug: "dorset", name: "Dorset Council", endedOn: null, after: [] });
    const before = ["dorset-county", "east-dorset", "north-dorset", "purbeck", "west-dorset", "weymouth-and-portland"];
    expect(dorset?.before.map(({ slug }) => slug)).toEqual(before);

    const purbeck = await findCouncil("purbeck");
    expect(purbeck?.after.map(({ slug, count }) => [slug, count])).toEqual([["dorset", 1]]);
    expect(purbeck?.before).toEqual([]);
    expect(purbeck?.endedOn).toEqual(new Date("2019-03-31"));
  });

  test.each(["atlantis", "", "Kent", "%"])("is not found at %j", async (slug) => {
    expect(await findCouncil(slug)).toBeNull();
  });
});
