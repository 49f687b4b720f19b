import { describe, expect, test } from "vitest";
import { ignoresAnything, readListing } from "#lib/domain/listing/read.ts";
import { everything, type ListingQuery } from "#lib/domain/listing/query.ts";
import { catalogue, parametersIn } from "#tests/support/catalogue.ts";

const read = (search: string) => readListing(parametersIn(search), catalogue);
const nothing = { names: [], others: 0 };

describe("an address that is understood in full", () => {
  const understood: [search: string, query: Partial<ListingQuery>][] = [
    ["", {}],
    ["q=", {}],
    ["q=%20%09&topic=&page=&from=&sort=", {}],
    ["q=bins", { q: "bins", sort: "relevance" }],
    ["q=%20food%0A%0D%0A%20waste%20", { q: "food waste", sort: "relevance" }],
    ["q=bins&sort=newest", { q: "bins", sort: "newest" }],
    ["q=food&q=waste", { q: "food waste", sort: "relevance" }],
    ["q=bins&q=bins", { q: "bins", sort: "relevance" }],
    ["q=100%25", { q: "100%", sort: "relevance" }],
    ["q=cafe%CC%81", { q: "café", sort: "relevance" }],
    ["q=a%00b", { q: "ab", sort: "relevance" }],
    ["topic=libraries", { topic: ["libraries"] }],
    ["topic=libraries&topic=arts", { topic: ["arts", "libraries"] }],
    ["topic=libraries&topic=libraries", { topic: ["libraries"] }],
    ["topic=culture&topic=libraries", { topic: ["libraries"] }],
    ["topic=libraries&topic=culture&topic=housing", { topic: ["housing", "libraries"] }],
    ["support=peer-challenge&region=wales", { support: ["peer-challenge"], region: ["wales"] }],
    ["council=leeds&type=county&collection=winter", { council: ["leeds"], type: ["county"], collection: ["winter"] }],
    [
      "outcome=mixed&cost=over-1m&evidence=comparison",
      { outcome: ["mixed"], cost: ["over-1m"], evidence: ["comparison"] },
    ],
    ["from=2022-01&to=2022-12", { from: "2022-01", to: "2022-12" }],
    ["from=2023-01&to=2022-12", { from: "2022-12", to: "2023-01" }],
    ["from=2024&to=2022", { from: "2022-01", to: "2024-12" }],
    ["from=March+2024&to=3/2025", { from: "2024-03", to: "2025-03" }],
    ["like=Dorset+Council", { like: "dorset", sort: "likeness" }],
    ["from=2022-12&to=2022-12", { from: "2022-12", to: "2022-12" }],
    ["sort=title", { sort: "title" }],
    ["sort=newest", {}],
    ["page=1", {}],
    ["page=2&page=2", { page: 2 }],
    ["page=999999", { page: 999_999 }],
    ["utm_source=a&UTM_Medium=b&gclid=c&fbclid=d&utm_=e", {}],
  ];

  test.each(understood)("?%s", (search, query) => {
    expect(read(search)).toEqual({ query: { ...everything, ...query }, ignored: nothing, unread: {}, moved: false });
  });
});

describe("an address that is understood in part names what it leaves out", () => {
  const partly: [search: string, query: Partial<ListingQuery>, names: string[], others?: number][] = [
    ["topic=nonsense", {}, ["topic"]],
    ["topic=libraries&topic=nonsense", { topic: ["libraries"] }, ["topic"]],
    ["topic=Libraries", {}, ["topic"]],
    ["council=__proto__&type=constructor", {}, ["council", "type"]],
    ["page=-1", {}, ["page"]],
    ["page=1e3", {}, ["page"]],
    ["page=99999999", {}, ["page"]],
    ["page=01", {}, ["page"]],
    ["page=2.5", {}, ["page"]],
    ["page=0x10", {}, ["page"]],
    ["page=%D9%A3", {}, ["page"]],
    ["page=2&page=3", { page: 2 }, ["page"]],
    ["page=x&page=3", { page: 3 }, ["page"]],
    ["sort=relevance", {}, ["sort"]],
    ["sort=random", {}, ["sort"]],
    ["sort=TITLE", {}, ["sort"]],
    ["from=2022-13", {}, ["from"]],
    ["from=soon", {}, ["from"]],
    ["to=1899-12", {}, ["to"]],
    ["from=2022-01&to=soon", { from: "2022-01" }, ["to"]],
    ["colour=red", {}, [], 1],
    ["colour=red&colour=blue&size=l", {}, [], 2],
    ["__proto__=x&constructor=y", {}, [], 2],
    ["=x", {}, [], 1],
    ["Topic=libraries", {}, [], 1],
    ["subject=2603", {}, [], 1],
    ["utm=a&xgclid=b", {}, [], 2],
    ["sort=random&page=0.5&topic=x&q=bins&z=1", { q: "bins", sort: "relevance" }, ["topic", "sort", "page"], 1],
  ];

  test.each(partly)("?%s", (search, query, names, others = 0) => {
    const reading = read(search);
    expect(reading).toMatchObject({ query: { ...everything, ...query }, ignored: { names, others }, moved: false });
    expect(ignoresAnything(reading.ignored)).toBe(true);
  });
});

test("an address in full ignores nothing", () => {
  expect(ignoresAnything(nothing)).toBe(false);
});

test("10,000 characters of search are read whole, emoji counting as one, and more are cut and reported", () => {
  const most = "😀".repeat(10_000);
  expect(readListing({ q: most }, catalogue)).toMatchObject({ query: { q: most }, ignored: nothing });
  expect(readListing({ q: `${most}!` }, catalogue)).toMatchObject({
    query: { q: most },
    ignored: { names: ["q"], others: 0 },
  });
});

test("a parameter without a value is as if it were not there", () => {
  expect(readListing({ q: undefined, topic: [], colour: undefined }, catalogue).query).toEqual(everything);
});

test("what was typed into a field and cannot be read is given back, on one line and no longer than the field", () => {
  expect(read("like=no%20%0Awhere&from=soon&to=2024-01").unread).toEqual({ like: "no where", from: "soon" });
  expect(read(`from=${"😀".repeat(200)}`).unread).toEqual({ from: "😀".repeat(100) });
  expect(read("from=2022-01&from=soon&topic=nonsense").unread).toEqual({});
});

test("programs are held to months as they are kept, the earlier first", () => {
  const exactly = (search: string) => readListing(parametersIn(search), catalogue, true);
  expect(exactly("from=2024").ignored.names).toEqual(["from"]);
  expect(exactly("from=2023-01&to=2022-12")).toMatchObject({
    query: { from: null, to: null },
    ignored: { names: ["from", "to"] },
  });
  expect(exactly("from=2022-12&to=2023-01").query).toMatchObject({ from: "2022-12", to: "2023-01" });
});
