import { describe, expect, test } from "vitest";
import { ancestorsOf, groupKeys, groups } from "#lib/domain/listing/groups.ts";
import {
  alikeTo,
  defaultSort,
  everything,
  isIndexable,
  sortsFor,
  without,
  type ListingQuery,
} from "#lib/domain/listing/query.ts";
import { addressOf, writeListing } from "#lib/domain/listing/write.ts";
import { catalogue } from "#tests/support/catalogue.ts";

const query = (changes: Partial<ListingQuery>): ListingQuery => ({ ...everything, ...changes });

describe("the canonical address", () => {
  test.each<[string, Partial<ListingQuery>]>([
    ["/case-studies", {}],
    ["/case-studies?topic=arts&topic=libraries", { topic: ["libraries", "arts"] }],
    ["/case-studies?topic=arts&page=2", { topic: ["arts"], page: 2 }],
    ["/case-studies?q=food+waste", { q: "food waste", sort: "relevance" }],
    ["/case-studies?q=food+waste&sort=newest", { q: "food waste" }],
    ["/case-studies?sort=title", { sort: "title" }],
    ["/case-studies?q=%3Cb%3E%26%22%23%2B%F0%9F%98%80", { q: '<b>&"#+😀', sort: "relevance" }],
    ["/case-studies?from=2022-01&to=2022-12", { from: "2022-01", to: "2022-12" }],
  ])("%s", (address, changes) => {
    expect(addressOf(query(changes))).toBe(address);
  });

  test("puts the groups in their own order, then months, sort and page", () => {
    const full = {
      ...Object.fromEntries(groupKeys.map((key) => [key, ["a"]])),
      q: "a",
      from: "2022-01",
      to: "2022-02",
    };
    expect([...new URLSearchParams(writeListing(query({ ...full, sort: "title", page: 9 }))).keys()].join(" ")).toBe(
      "q topic support region council type collection outcome cost evidence from to sort page",
    );
  });

  test("leaves the query as it was", () => {
    const topics = Object.freeze(["libraries", "arts"]);
    writeListing(query({ topic: topics }));
    expect(topics).toEqual(["libraries", "arts"]);
  });
});

describe("which listings search engines may keep", () => {
  test.each<[string, Partial<ListingQuery>]>([
    ["the whole list", {}],
    ["its later pages", { page: 7 }],
    ["one topic", { topic: ["arts"] }],
    ["a later page of one topic", { topic: ["arts"], page: 2 }],
  ])("%s: yes", (_, changes) => {
    expect(isIndexable(query(changes))).toBe(true);
  });

  test.each<[string, Partial<ListingQuery>]>([
    ["two topics", { topic: ["arts", "libraries"] }],
    ["a topic and a region", { topic: ["arts"], region: ["wales"] }],
    ["one support type", { support: ["peer-challenge"] }],
    ["one council", { council: ["leeds"] }],
    ["a search", { q: "bins", sort: "relevance" }],
    ["a month to start from", { from: "2022-01" }],
    ["a month to end with", { to: "2022-01" }],
    ["another order", { sort: "title" }],
    ["one topic in another order", { topic: ["arts"], sort: "oldest" }],
  ])("%s: no", (_, changes) => {
    expect(isIndexable(query(changes))).toBe(false);
  });
});

describe("a query with something changed", () => {
  const chosen = query({ topic: ["arts", "libraries"], region: ["wales"], q: "bins", page: 4 });

  test("loses one choice and goes back to the first page", () => {
    expect(without(chosen, "topic", "arts")).toEqual({ ...chosen, topic: ["libraries"], page: 1 });
    expect(without(chosen, "topic", "nonsense")).toEqual({ ...chosen, page: 1 });
  });
});

test("relevance is offered, and the default, only where there are words", () => {
  expect(sortsFor(everything).map(({ key }) => key)).toEqual(["newest", "oldest", "title"]);
  expect(sortsFor(query({ q: "bins" })).map(({ key }) => key)).toEqual(["relevance", "newest", "oldest", "title"]);
  expect(sortsFor(query({ like: "kent" })).map(({ key }) => key)).toEqual(["likeness", "newest", "oldest", "title"]);
  expect(
    [everything, query({ q: "bins" }), query({ like: "kent" }), query({ q: "bins", like: "kent" })].map(defaultSort),
  ).toEqual(["newest", "relevance", "likeness", "relevance"]);
});

test("a term's ancestors are found nearest first, and a broad or unknown term has none", () => {
  const terms = [...catalogue.topic, { slug: "zines", name: "Zines", parent: "libraries" }];
  expect(ancestorsOf(terms, "zines")).toEqual(["libraries", "culture"]);
  expect(ancestorsOf(terms, "culture")).toEqual([]);
  expect(ancestorsOf(terms, "nonsense")).toEqual([]);
});

test("every group is named once, by the name that addresses use", () => {
  expect(groupKeys.join(" ")).toBe("topic support region council type collection outcome cost evidence");
  for (const { label, legend } of groups)
    expect([label, legend]).toEqual([expect.stringMatching(/./), expect.stringMatching(/^Filter by ./)]);
});

test("a query held to councils like one starts with the most alike, unless it has words or an order of its own", () => {
  expect(alikeTo(query({ page: 3 }), "leeds")).toEqual(query({ like: "leeds", sort: "likeness" }));
  expect(alikeTo(query({ q: "bins", sort: "relevance" }), "leeds").sort).toBe("relevance");
  expect(alikeTo(query({ sort: "title", topic: ["arts"] }), "leeds")).toEqual(
    query({ like: "leeds", sort: "title", topic: ["arts"] }),
  );
});
