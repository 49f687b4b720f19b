import { readFile } from "node:fs/promises";
import { parse } from "csv-parse/sync";
import { describe, expect, test } from "vitest";
import { getCatalogue } from "#lib/data/directory/catalogue.ts";
import { db } from "#lib/data/db.ts";
import { getGeneration } from "#lib/data/generation.ts";
import { councilTypes, regionSlug, ruralUrbanName, sizeBandName } from "#lib/domain/councils.ts";
import { slugOf } from "#lib/domain/slug.ts";
import { loadReferenceLists } from "#prisma/seed/reference.ts";

const text = await readFile(new URL("../../prisma/seed/councils.csv", import.meta.url), "utf8");
const rows: Record<string, string>[] = parse(text, { columns: true, comment: "#", comment_no_infix: true });
const bySlug = new Map(rows.map((row) => [row["slug"], row]));

const everything = async () => ({
  councils: await db.council.findMany({ orderBy: { id: "asc" } }),
  successions: await db.councilSuccession.findMany({ orderBy: [{ predecessorId: "asc" }, { successorId: "asc" }] }),
  topics: await db.topic.findMany({ orderBy: { position: "asc" } }),
  supportTypes: await db.supportType.findMany({ orderBy: { position: "asc" } }),
  generation: await getGeneration(),
});

describe("loading the reference lists a second time", () => {
  test("changes nothing", async () => {
    const before = await everything();
    await loadReferenceLists();
    expect(await everything()).toEqual(before);
    expect(before.councils).toHaveLength(rows.length);
  });

  test("leaves what an editor has changed", async () => {
    await db.council.update({
      where: { id: "kent" },
      data: { name: "Kent, renamed", slug: "kent-renamed", sizeBand: null },
    });
    await db.topic.update({ where: { id: "arts" }, data: { name: "The arts", slug: "the-arts", oldNumber: null } });
    await db.supportType.update({ where: { id: "training" }, data: { name: "Courses", retiredAt: new Date() } });
    const before = await everything();
    await loadReferenceLists();
    expect(await everything()).toEqual(before);
  });

  test("is harmless from several processes at once", async () => {
    const before = await everything();
    await Promise.all([loadReferenceLists(), loadReferenceLists(), loadReferenceLists()]);
    expect(await everything()).toEqual(before);
  });
});

describe("the numbers that old addresses carry", () => {
  test.each([
    ["topic", 2446, "Culture, tourism, leisure and sport"],
    ["topic", 2452, "Libraries"],
    ["topic", 2449, "Arts"],
    ["topic", 2414, "Children and young people"],
    ["topic", 2431, "Youth"],
    ["topic", 2461, "Economic growth"],
    ["topic", 2465, "Climate and environment"],
    ["support", 2603, "Communications support"],
  ] as const)("%s %i is %s", async (group, number, name) => {
    // The file's own list, because the tests above have edited the table as an editor would.
    const file = group === "topic" ? "topics" : "support-types";
    const list = await readFile(new URL(`../../prisma/seed/${file}.json`, import.meta.url), "utf8");
    expect(list).toContain(`"name": "${name}", "oldNumber": ${number}`);
    if (number !== 2449)
      expect((await getCatalogue())[group].find(({ slug }) => slug === slugOf(name))?.oldNumber).toBe(number);
  });
});

describe("the list of councils", () => {
  test("has every type of council, and none that is not one", () => {
    const types = new Set(rows.map(({ type }) => type));
    expect([...types].toSorted()).toEqual(councilTypes.map(({ slug }) => slug).toSorted());
  });

  test("has the numbers of each type there are in the United Kingdom", () => {
    const living = rows.filter(({ ended }) => !ended);
    const count = (type: string) => living.filter((row) => row["type"] === type).length;
    const counts = Object.fromEntries(councilTypes.map(({ slug }) => [slug, count(slug)]));
    expect(counts).toMatchObject({
      county: 21,
      district: 164,
      metropolitan: 36,
      "london-borough": 33,
      unitary: 63,
      scottish: 32,
      welsh: 22,
      "northern-irish": 11,
      "national-park": 15,
    });
    expect(counts["combined-authority"]).toBeGreaterThanOrEqual(15);
    expect(counts["fire"]).toBeGreaterThanOrEqual(30);
  });

  test("has unique slugs that can stand in an address, and unique names", () => {
    expect(new Set(rows.map(({ slug }) => slug)).size).toBe(rows.length);
    expect(rows.filter(({ slug = "" }) => slugOf(slug) !== slug)).toEqual([]);
    expect(new Set(rows.map(({ name }) => name)).size).toBe(rows.length);
    expect(rows.filter(({ name, short_name }) => !name || !short_name)).toEqual([]);
  });

  test("names predecessors that are in the list and have ended, no later than those after them", () => {
    const wrong = rows.flatMap(({ slug, predecessors = "", ended }) =>
      predecessors.split(" ").filter((one) => {
        const before = bySlug.get(one);
        return one && (!before?.["ended"] || one === slug || (ended && before["ended"] > ended));
      }),
    );
    expect(wrong).toEqual([]);
    expect(rows.filter(({ predecessors }) => predecessors).length).toBeGreaterThan(20);
  });

  test("says where each is, how large and how rural in words the site knows, or leaves it blank", () => {
    expect(rows.filter(({ nation = "", region }) => !regionSlug(nation, region || null))).toEqual([]);
    expect(rows.filter(({ nation, region }) => (nation === "England") !== Boolean(region))).toEqual([]);
    expect(rows.filter(({ size_band = "" }) => size_band && !sizeBandName(size_band))).toEqual([]);
    expect(rows.filter(({ rural_urban = "" }) => rural_urban && !ruralUrbanName(rural_urban))).toEqual([]);
    expect(rows.filter(({ ended }) => ended && !/^20(09|1\d|2\d)-\d\d-\d\d$/.test(ended))).toEqual([]);
  });

  test("says at its top as of when it is and what to check it against", () => {
    const top = text.split("\n").filter((line) => line.startsWith("#"));
    expect(top.join("\n")).toMatch(/As of \d+ \w+ 20\d\d/);
    expect(top.join("\n")).toMatch(/ONS/);
  });
});
