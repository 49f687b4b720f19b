import { beforeAll, describe, expect, test } from "vitest";
import { removeSynonym } from "#lib/commands/synonyms/remove-synonym.ts";
import { saveSynonym } from "#lib/commands/synonyms/save-synonym.ts";
import { db } from "#lib/data/db.ts";
import { listPublished } from "#lib/data/directory/listings.ts";
import { addSearches, clearSearches } from "#lib/data/searches/notes.ts";
import { listSearched } from "#lib/data/searches/report.ts";
import { everything } from "#lib/domain/listing/query.ts";
import { hasWord, readSynonyms } from "#lib/domain/search/synonyms.ts";
import { aPerson } from "#tests/support/people.ts";
import { aVersion } from "#tests/support/versions.ts";

const now = new Date("2026-06-01T10:40:00Z");
const hour = new Date("2026-06-01T10:00:00Z");
const searched = (q: string, found: number, more = "") => ({ search: `?${new URLSearchParams({ q })}${more}`, found });
const opened = (q: string) => ({ search: `?${new URLSearchParams({ q })}`, found: null });

describe("what is looked for", () => {
  beforeAll(async () => {
    await addSearches(
      [
        searched("Night Buses", 12),
        searched("night  buses", 12, "&topic=buses&utm_source=x"),
        searched("night buses", 11),
        opened("night buses"),
        searched("zeppelin moorings", 0),
        searched("zeppelin moorings", 0),
        searched("allotments", 3),
        searched("jo@council.example", 0),
        searched("ring 01305 221000", 0),
        searched("+44 (0)1305 221000", 0),
        searched("long ".repeat(80), 0),
        searched("!!", 0),
        searched("", 614),
      ],
      now,
    );
  });

  test("is counted by the hour, by words and filters, without what could be somebody's", async () => {
    const rows = await db.searchLog.findMany({ orderBy: { query: "asc" } });
    expect(rows).toEqual([
      { hour, query: "q=Night+Buses", words: "night buses", searches: 1, clicks: 0, total: 12 },
      { hour, query: "q=allotments", words: "allotments", searches: 1, clicks: 0, total: 3 },
      { hour, query: "q=night+buses", words: "night buses", searches: 1, clicks: 1, total: 11 },
      { hour, query: "q=night+buses&topic=buses", words: "night buses", searches: 1, clicks: 0, total: 12 },
      { hour, query: "q=zeppelin+moorings", words: "zeppelin moorings", searches: 2, clicks: 0, total: 0 },
    ]);
  });

  test("is reported by words: the most searched, those without a result, those of which nothing was opened", async () => {
    const words = async (report: Parameters<typeof listSearched>[0], days = 30) =>
      (await listSearched(report, days, now)).map((row) => `${row.words} ${row.searches} ${row.clicks}`);
    expect(await words("most")).toEqual(["night buses 3 1", "zeppelin moorings 2 0", "allotments 1 0"]);
    expect(await words("none")).toEqual(["zeppelin moorings 2 0"]);
    expect(await words("unopened")).toEqual(["allotments 1 0"]);
    expect(await listSearched("most", 7, new Date("2026-07-01T00:00:00Z"))).toEqual([]);
  });

  test("has the results of the words alone, and blames no word for the filters that stood beside it", async () => {
    const later = new Date(now.getTime() + 3_600_000);
    await addSearches(
      [
        searched("libraries", 42),
        searched("libraries", 42, "&sort=title"),
        searched("ponds", 0, "&topic=buses"),
        searched("moths", 9, "&topic=buses"),
        searched("quinces", 0, "&topic=buses"),
        searched("quinces", 0),
        searched("medlars", 4),
        searched("r&d", 7),
      ],
      now,
    );
    await addSearches(
      [
        searched("libraries", 0, "&topic=buses"),
        searched('"libraries"', 0),
        searched("-libraries", 0),
        searched("medlars", 0),
        searched("r&d", 0, "&from=2024-01"),
      ],
      later,
    );
    const totals = async (report: Parameters<typeof listSearched>[0]) =>
      Object.fromEntries((await listSearched(report, 30, later)).map(({ words, total }) => [words, total]));
    expect(await totals("most")).toMatchObject({
      ...{ libraries: 42, ponds: null, moths: null, quinces: 0, medlars: 0, "r d": 7 },
    });
    expect(await totals("none")).toEqual({ "zeppelin moorings": 0, quinces: 0 });
    expect(await totals("unopened")).toMatchObject({ libraries: 42, moths: null, medlars: 0 });
    const [first] = await listSearched("most", 30, later);
    expect(first).toEqual({ words: "libraries", searches: 5, clicks: 0, total: 42 });
    await db.searchLog.deleteMany({ where: { words: { notIn: ["night buses", "zeppelin moorings", "allotments"] } } });
  });

  test("is forgotten after 90 days, and not before", async () => {
    await clearSearches(new Date("2026-08-30T09:00:00Z"));
    expect(await db.searchLog.count()).toBe(5);
    await clearSearches(new Date("2026-08-30T11:00:00Z"));
    expect(await db.searchLog.count()).toBe(0);
  });
});

describe("words that mean the same", () => {
  test.each([
    ["bins, refuse", ["bins", "refuse"]],
    [" Bins ,refuse,, bins", ["bins", "refuse"]],
    ["bins", null],
    ["", null],
    ["-minus, plus", ["minus", "plus"]],
    ["elderly, “Older  People”, ‘aged’, older people", ["elderly", "older people", "aged"]],
    ['"elderly", elderly', null],
    ["king’s cross, '90s, well-being, +#covid (19)", ["king’s cross", "90s", "well-being", "covid (19)"]],
    ["!!, boo, hoo", null],
    ["<script>alert(1)</script>, boo", null],
    [`bins, ${"x".repeat(61)}`, null],
    [Array.from({ length: 21 }, (_, index) => `w${index}`).join(","), null],
  ])("%j is read", (typed, expected) => {
    const read = readSynonyms(typed);
    expect(read.ok ? read.value : null).toEqual(expected);
  });

  test.each([
    ["<script>alert(1)</script>, boo", "<script>alert(1)</script>"],
    ["boo, ?!, hoo", "?!"],
  ])("%j has something that no search could look for, which is said", (typed, named) => {
    const read = readSynonyms(typed);
    expect(read).toEqual({ ok: false, reason: `A word needs letters, and no < or >: change “${named}”` });
  });

  test("are found by any part of one, however it is written", () => {
    const found = (looked: string) => hasWord(["“older people”", "elderly"], looked);
    expect([found("older"), found("“Older P"), found("éld"), found("young"), found("")]).toEqual(
      [true, true, true, false, true], // Nothing to look for is in all.
    );
  });

  test("take effect with the commit, join sets that share a word, and are refused to others", async () => {
    const [editor, contributor] = [await aPerson("editor"), await aPerson("contributor")];
    await aVersion("published", { title: "Gubbins on the green" });
    const total = async (q: string) => (await listPublished({ ...everything, q, sort: "relevance" })).total;
    expect(await total("doodah")).toBe(0);
    expect(await saveSynonym({ words: ["doodah", "gubbins"], actor: contributor })).toMatchObject({ ok: false });
    expect(await saveSynonym({ words: ["doodah", "of the"], actor: editor })).toMatchObject({
      ok: false,
      reason: { why: "too-common", words: ["of the"] },
    });
    expect(await saveSynonym({ words: ["doodah", "gubbins"], actor: editor })).toMatchObject({ ok: true });
    expect(await total("doodah")).toBe(1);
    expect(await saveSynonym({ words: ["thingummy", "doodah"], actor: editor })).toEqual({
      ok: true,
      value: ["thingummy", "doodah", "gubbins"],
    });
    expect(await total("thingummy")).toBe(1);
    const { id } = await db.synonym.findFirstOrThrow({ where: { words: { has: "doodah" } } });
    expect(await removeSynonym({ id, actor: contributor })).toMatchObject({ ok: false });
    expect(await removeSynonym({ id, actor: editor })).toMatchObject({ ok: true });
    expect(await total("doodah")).toBe(0);
    expect(await saveSynonym({ id, words: ["doodah", "gubbins"], actor: editor })).toMatchObject({
      ok: false,
      reason: { why: "gone" },
    });
  });

  test("that changed since somebody read them are not overwritten, removed or said to be gone", async () => {
    const actor = await aPerson("editor");
    await saveSynonym({ words: ["gizmo", "gadget"], actor });
    const { id } = await db.synonym.findFirstOrThrow({ where: { words: { has: "gizmo" } } });
    const basedOn = "gizmo, gadget";
    const first = await saveSynonym({ id, basedOn, words: ["gizmo", "gadget", "doodad"], actor });
    expect(first).toEqual({ ok: true, value: ["gizmo", "gadget", "doodad"] });

    const changed = { ok: false, reason: { why: "changed", words: ["gizmo", "gadget", "doodad"] } };
    expect(await saveSynonym({ id, basedOn, words: ["gizmo", "trinket"], actor })).toEqual(changed);
    expect(await removeSynonym({ id, basedOn, actor })).toEqual(changed);
    expect(await saveSynonym({ id, basedOn, words: ["gizmo", "gadget", "doodad"], actor })).toEqual(first);
    expect(await db.synonym.findUnique({ where: { id } })).toMatchObject({ words: ["gizmo", "gadget", "doodad"] });

    const now = "gizmo, gadget, doodad";
    expect(await saveSynonym({ id, basedOn: now, words: ["gizmo", "trinket"], actor })).toMatchObject({ ok: true });
    expect(await removeSynonym({ id, basedOn: "gizmo, trinket", actor })).toMatchObject({ ok: true });
  });

  test("are the same word with quotes and signs as without", async () => {
    const actor = await aPerson("editor");
    const { id } = await db.synonym.create({ data: { words: ["“contraption”", "-gubbin"] } });
    expect(await saveSynonym({ words: ["apparatus", "contraption"], actor })).toEqual({
      ok: true,
      value: ["apparatus", "contraption", "gubbin"],
    });
    expect(await db.synonym.findUnique({ where: { id } })).toMatchObject({
      words: ["apparatus", "contraption", "gubbin"],
    });
    expect(await db.synonym.count({ where: { words: { has: "gubbin" } } })).toBe(1);
  });

  test("saved twice at once are one set", async () => {
    const editor = await aPerson("editor");
    await Promise.all(Array.from({ length: 6 }, () => saveSynonym({ words: ["whatsit", "widget"], actor: editor })));
    expect(await db.synonym.count({ where: { words: { has: "widget" } } })).toBe(1);
  });
});
