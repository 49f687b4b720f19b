import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readRevision, writeRevision } from "#lib/domain/history/comparison.ts";
import { everyEvent, writeHistory, type HistoryQuery } from "#lib/domain/history/query.ts";
import { readHistory } from "#lib/domain/history/read.ts";
import { eventKinds } from "#lib/domain/workflow/editor-words.ts";

const id = "0190f3a2-7c1e-7b6a-8f00-1c2d3e4f5a6b";
const nothing = { names: [], others: 0 };

test("an address without parameters asks for everything", () => {
  expect(readHistory({})).toEqual({ query: everyEvent, ignored: nothing });
  expect(readHistory({ q: "", kind: ["", ""], from: "", utm_source: "letter" })).toEqual({
    query: everyEvent,
    ignored: nothing,
  });
  expect(writeHistory(everyEvent)).toBe("");
});

test("a form's fields become one query, the same however they are ordered", () => {
  const parameters = {
    kind: ["publish", "accept", "publish"],
    person: id.toUpperCase(),
    council: "kent",
    q: " two  bins ",
  };
  const query = { ...everyEvent, kinds: ["accept", "publish"], person: id, council: "kent", q: "two bins" };
  expect(readHistory(parameters)).toEqual({ query, ignored: nothing });
});

describe("what cannot be used is left out and named", () => {
  test.each<[string, Parameters<typeof readHistory>[0], string[], number]>([
    ["a kind that is none", { kind: ["publish", "explode"] }, ["kind"], 0],
    ["an id that is none", { person: "me", caseStudy: "1' or '1'='1" }, ["person", "caseStudy"], 0],
    ["a council that could be none", { council: "../kent" }, ["council"], 0],
    ["a day that no calendar has", { from: "2024-02-30" }, ["from"], 0],
    ["days the wrong way round", { from: "2024-03-02", to: "2024-03-01" }, ["from", "to"], 0],
    ["two days where one is meant", { to: ["2024-03-01", "2024-03-02"] }, ["to"], 0],
    ["too many words", { q: "x".repeat(201) }, ["q"], 0],
    ["a page that no list has", { page: "0" }, ["page"], 0],
    ["parameters of nobody's", { colour: "red", __proto__x: "1" }, [], 2],
  ])("%s", (_, parameters, names, others) => {
    const { query, ignored } = readHistory(parameters);
    expect(ignored).toEqual({ names, others });
    expect(readHistory(Object.fromEntries(new URLSearchParams(writeHistory(query)))).ignored).toEqual(nothing);
  });
});

test("a query written to an address is read back as it was", () => {
  const day = fc.date({ min: new Date("1990-01-01"), max: new Date("2040-01-01"), noInvalidDate: true });
  const days = fc.tuple(day, day).map((two) => two.map((one) => one.toISOString().slice(0, 10)).toSorted());
  const queries = fc
    .record({
      q: fc.constantFrom("", "bins", "100% & more", "“quoted” + #1"),
      kinds: fc.subarray(eventKinds).map((kinds) => kinds.toSorted()),
      person: fc.option(fc.uuid()),
      council: fc.option(fc.constantFrom("kent", "bath-and-north-east-somerset")),
      caseStudy: fc.option(fc.uuid()),
      page: fc.integer({ min: 1, max: 999_999 }),
      days: fc.option(days),
    })
    .map(({ days: both, ...rest }): HistoryQuery => ({ ...rest, from: both?.[0] ?? null, to: both?.[1] ?? null }));
  fc.assert(
    fc.property(queries, (query) => {
      const fields = new URLSearchParams(writeHistory(query));
      const parameters = Object.fromEntries([...new Set(fields.keys())].map((name) => [name, fields.getAll(name)]));
      expect(readHistory(parameters)).toEqual({ query, ignored: nothing });
    }),
  );
});

test("any address at all is read as some query", () => {
  const value = fc.oneof(fc.string({ unit: "binary" }), fc.constantFrom(id, "2024-02-29", "publish", "\0", "\ud83d"));
  const name = fc.constantFrom("q", "kind", "person", "council", "caseStudy", "from", "to", "page", "colour");
  fc.assert(
    fc.property(fc.dictionary(name, fc.array(value, { maxLength: 3 })), (parameters) => {
      const { query } = readHistory(parameters);
      expect(JSON.stringify(query)).not.toContain("\\u0000");
    }),
  );
});

describe("a revision in an address", () => {
  test("is read back as it was written", () => {
    expect(readRevision(writeRevision({ versionId: id, number: 12 }))).toEqual({ versionId: id, number: 12 });
  });

  test.each(["", ".", id, `${id}.`, `${id}.0`, `${id}.-1`, `${id}.1e3`, `x.1`, `${id}.99999999`])(
    "is none: %s",
    (text) => {
      expect(readRevision(text)).toBeNull();
    },
  );
});
