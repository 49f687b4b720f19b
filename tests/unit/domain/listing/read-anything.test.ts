import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ancestorsOf, groupKeys } from "#lib/domain/listing/groups.ts";
import { ignoresAnything, readListing } from "#lib/domain/listing/read.ts";
import { sorts, type ListingQuery } from "#lib/domain/listing/query.ts";
import { addressOf, writeListing } from "#lib/domain/listing/write.ts";
import { readMonth } from "#lib/domain/calendar/written-month.ts";
import { catalogue, parametersIn, parametersOf } from "#tests/support/catalogue.ts";
import { anything, choice, foreign, old, ours, single, type Pair } from "./anything.ts";

const read = (pairs: Iterable<Pair>) => readListing(parametersOf(pairs), catalogue);
const names: string[] = ["q", ...groupKeys, "like", "from", "to", "sort", "page"];
const month = /^\d{4}-(0[1-9]|1[0-2])$/;

function expectValid(query: ListingQuery) {
  expect(Object.keys(query).toSorted()).toEqual(names.toSorted());
  for (const key of groupKeys) {
    expect(query[key]).toEqual([...new Set(query[key])].toSorted());
    for (const slug of query[key]) {
      expect(catalogue[key].map((term) => term.slug)).toContain(slug);
      for (const parent of ancestorsOf(catalogue[key], slug)) expect(query[key]).not.toContain(parent);
    }
  }
  expect([...query.q].length).toBeLessThanOrEqual(10_000);
  expect(query.q.isWellFormed() && !query.q.includes("\0") && query.q.trim() === query.q).toBe(true);
  for (const end of [query.from, query.to]) if (end !== null) expect(end).toMatch(month);
  if (query.from && query.to) expect(query.from <= query.to).toBe(true);
  expect(sorts.map(({ key }) => key)).toContain(query.sort);
  if (query.sort === "relevance") expect(query.q).not.toBe("");
  if (query.sort === "likeness") expect(query.like).not.toBeNull();
  if (query.like !== null) expect(catalogue.council.map(({ slug }) => slug)).toContain(query.like);
  expect(Number.isInteger(query.page) && query.page >= 1 && query.page < 1_000_000).toBe(true);
}

describe("any address at all", () => {
  test("gives a valid query, and a report that names only parameters of ours (V2.2.1)", () => {
    fc.assert(
      fc.property(anything, (pairs) => {
        const { query, ignored, moved } = read(pairs);
        expectValid(query);
        expect(ignored.names).toEqual(names.filter((name) => ignored.names.includes(name)));
        expect(ignored.others).toBeGreaterThanOrEqual(0);
        expect(moved && ignoresAnything(ignored)).toBe(false);
      }),
      { numRuns: 500 },
    );
  });

  test("comes back the same from its canonical address, which is understood in full", () => {
    fc.assert(
      fc.property(anything, (pairs) => {
        const { query } = read(pairs);
        const again = readListing(parametersIn(writeListing(query)), catalogue);
        expect(again).toEqual({ query, ignored: { names: [], others: 0 }, unread: {}, moved: false });
        expect(addressOf(again.query)).toBe(addressOf(query));
      }),
      { numRuns: 500 },
    );
  });
});

describe("the canonical address", () => {
  const one = fc.record(single, { requiredKeys: [] }).map((record) => Object.entries(record) as Pair[]);
  const few = fc.tuple(one, fc.array(choice, { maxLength: 8 })).map(([singles, choices]) => [...singles, ...choices]);
  const mixed = few.chain((pairs) =>
    fc.tuple(
      fc.constant(pairs),
      fc
        .tuple(fc.constant(pairs), fc.subarray(pairs))
        .chain(([all, twice]) => fc.shuffledSubarray([...all, ...twice], { minLength: all.length + twice.length })),
    ),
  );

  test("does not depend on the order of parameters, nor on saying one twice (V15.3.7)", () => {
    fc.assert(
      fc.property(mixed, ([pairs, shuffled]) => {
        expect(addressOf(read(shuffled).query)).toBe(addressOf(read(pairs).query));
        expect(read(shuffled).ignored).toEqual(read(pairs).ignored);
      }),
      { numRuns: 300 },
    );
  });
});

const tidy = (value: string) => value.replaceAll("\0", "").toWellFormed().normalize("NFC").replace(/\s+/g, " ").trim();
const given = (pairs: readonly Pair[]) => pairs.filter(([, value]) => value.replaceAll("\0", "").trim() !== "");

/** Whether a value of ours can be seen in the query it led to. */
function isUsed(query: ListingQuery, name: string, value: string): boolean {
  if (name === "q") return query.q.includes(tidy(value));
  if (name === "from" || name === "to")
    return (["from", "to"] as const).some((end) => query[end] !== null && query[end] === readMonth(tidy(value), end));
  const said = query[name as keyof ListingQuery];
  if (!Array.isArray(said)) return String(said) === value.replaceAll("\0", "").trim();
  return said.some((slug) => [slug, ...ancestorsOf(catalogue.topic, slug)].includes(tidy(value)));
}

describe("nothing passes silently", () => {
  test("each parameter of ours is used or named, and each foreign one counted unless it only counts visits", () => {
    const isNew = (pairs: Pair[]) =>
      !pairs.some(([name, value]) => /^(keys|sort_by|sort_order|(topic|subject)(\[|%5b))/i.test(name) || value === "0");
    fc.assert(
      fc.property(fc.array(fc.oneof(ours, foreign), { maxLength: 10 }).filter(isNew), (pairs) => {
        const { query, ignored } = read(pairs);
        const clean = given(pairs).map(([name, value]) => [name.replaceAll("\0", ""), value] as const);
        const lost = clean.filter(
          ([name, value]) => names.includes(name) && !ignored.names.includes(name) && !isUsed(query, name, value),
        );
        expect(lost).toEqual([]);
        const others = clean.map(([name]) => name).filter((name) => !names.includes(name));
        const counted = others.filter((name) => !/^(utm_|gclid$|fbclid$)/i.test(name));
        expect(ignored.others).toBe(new Set(counted).size);
      }),
      { numRuns: 500 },
    );
  });

  test("what an old address says that moves is all in the query it moves to", () => {
    const sortsOf = (keys: string | undefined): Record<string, string[]> => ({
      title: ["title"],
      created: ["newest", "oldest"],
      search_api_relevance: tidy(keys ?? "") ? ["relevance", "newest"] : ["newest"],
    });
    fc.assert(
      fc.property(fc.uniqueArray(old, { maxLength: 5, selector: ([name]) => name }), (pairs) => {
        const { query, moved } = read(pairs);
        if (!moved) return;
        const said = Object.fromEntries(given(pairs));
        const isTwice = given(pairs).some((pair) => pair.some((part) => /%[0-9a-f]{2}/i.test(part)));
        if (said["keys"] && !isTwice) expect(query.q).toBe(tidy(said["keys"]));
        if (said["page"]) expect(query.page).toBe(Number(said["page"]) + 1);
        if (said["sort_by"]) expect(sortsOf(said["keys"])[said["sort_by"]]).toContain(query.sort);
        if (said["sort_order"])
          expect(said["sort_order"].toUpperCase() === "ASC").toBe(/oldest|title/.test(query.sort));
        for (const [name, number] of pairs) {
          if (name.startsWith("subject"))
            expect([number, ...query.support]).toEqual(["2603", "communications-support"]);
          if (name.startsWith("topic")) expect(query.topic).toContain(number === "2449" ? "arts" : "libraries");
        }
      }),
      { numRuns: 1_000 },
    );
  });
});
