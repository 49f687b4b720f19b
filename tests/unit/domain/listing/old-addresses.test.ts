import { describe, expect, test } from "vitest";
import { readListing } from "#lib/domain/listing/read.ts";
import { everything, type ListingQuery } from "#lib/domain/listing/query.ts";
import { addressOf } from "#lib/domain/listing/write.ts";
import { catalogue, parametersIn } from "#tests/support/catalogue.ts";

const read = (search: string) => readListing(parametersIn(search), catalogue);
const nothing = { names: [], others: 0 };

describe("an address of the old shape", () => {
  const moved: [search: string, query: Partial<ListingQuery>][] = [
    ["topic[2452]=2452&keys=&page=2", { topic: ["libraries"], page: 3 }],
    ["topic%5B2452%5D=2452&keys=&page=2", { topic: ["libraries"], page: 3 }],
    ["topic%255B2452%255D=2452&keys=&page=2", { topic: ["libraries"], page: 3 }],
    ["topic%255b2452%255d=%2532452", { topic: ["libraries"] }],
    ["topic=2452", { topic: ["libraries"] }],
    ["topic[]=2452&topic[]=2449", { topic: ["arts", "libraries"] }],
    ["topic[2452]=libraries&page=1", { topic: ["libraries"], page: 2 }],
    ["topic[2446]=2446&topic[2452]=2452", { topic: ["libraries"] }],
    ["subject[2603]=2603", { support: ["communications-support"] }],
    ["subject%255B2603%255D=2603&topic[2449]=2449", { support: ["communications-support"], topic: ["arts"] }],
    ["keys=bins", { q: "bins", sort: "relevance" }],
    ["keys=bins&page=0", { q: "bins", sort: "relevance", page: 1 }],
    ["page=0", {}],
    ["keys=bins&page=4", { q: "bins", sort: "relevance", page: 5 }],
    ["sort_by=title", { sort: "title" }],
    ["sort_by=title&sort_order=ASC", { sort: "title" }],
    ["sort_by=created", { sort: "newest" }],
    ["sort_by=created&sort_order=DESC", { sort: "newest" }],
    ["sort_order=asc&sort_by=field_date", { sort: "oldest" }],
    ["keys=bins&sort_by=search_api_relevance&sort_order=DESC", { q: "bins", sort: "relevance" }],
    ["keys=bins&sort_by=created", { q: "bins", sort: "newest" }],
    ["keys=&page=2", { page: 3 }],
    ["keys=", {}],
    ["keys=early%2520years", { q: "early years", sort: "relevance" }],
    ["keys=early%2520years&page=%2532", { q: "early years", sort: "relevance", page: 3 }],
    ["keys=50%25+off", { q: "50% off", sort: "relevance" }],
    ["topic%255B2452%255D=2452&keys=early%2Byears", { q: "early years", sort: "relevance", topic: ["libraries"] }],
    ["topic%255B2452%255D=2452&keys=a%2500b", { q: "ab", sort: "relevance", topic: ["libraries"] }],
    ["sort_by=search_api_relevance", {}],
    ["keys=&sort_by=search_api_relevance&sort_order=DESC", {}],
    ["topic[2452]=2452&region=wales&utm_source=x", { topic: ["libraries"], region: ["wales"] }],
  ];

  test.each(moved)("?%s moves to the canonical one", (search, query) => {
    expect(read(search)).toEqual({ query: { ...everything, ...query }, ignored: nothing, unread: {}, moved: true });
  });

  test("moves once: where it leads is not old any more", () => {
    for (const [search] of moved) {
      const { query } = read(search);
      expect(read(addressOf(query).split("?")[1] ?? "")).toEqual({ query, ignored: nothing, unread: {}, moved: false });
    }
  });

  test("leads to the third page of Libraries, once or twice encoded", () => {
    for (const brackets of ["[2452]", "%5B2452%5D", "%255B2452%255D"]) {
      const { query } = read(`topic${brackets}=2452&keys=&page=2`);
      expect(addressOf(query)).toBe("/case-studies?topic=libraries&page=3");
    }
  });
});

describe("an old address that cannot be read in full stays where it is and says so", () => {
  const reported: [search: string, query: Partial<ListingQuery>, names: string[], others?: number][] = [
    ["topic[9999]=9999", {}, ["topic"]],
    ["topic[2452]=2452&topic[9999]=9999", { topic: ["libraries"] }, ["topic"]],
    ["subject[1]=1", {}, ["support"]],
    ["subject[2452]=2452", {}, ["support"]],
    ["topic[2452]=2452&page=-1", { topic: ["libraries"] }, ["page"]],
    ["topic[2452]=2452&page=9999999", { topic: ["libraries"] }, ["page"]],
    ["topic[2452]=2452&page=12345678", { topic: ["libraries"] }, ["page"]],
    ["topic[2452]=2452&colour=red", { topic: ["libraries"] }, [], 1],
    ["topic%255B2452%255D=%25zz", {}, [], 1],
    ["keys=bins&sort_by=colour", { q: "bins", sort: "relevance" }, [], 1],
    ["sort_by=title&sort_by=created", { sort: "title" }, ["sort"]],
    ["sort_by=title&sort_order=DESC", { sort: "title" }, [], 1],
    ["sort_by=created&sort_order=sideways", { sort: "newest" }, [], 1],
    ["sort_order=ASC", {}, [], 1],
    ["sort_by=created&sort_order=ASC&sort_order=DESC", { sort: "oldest" }, [], 1],
  ];

  test.each(reported)("?%s", (search, query, names, others = 0) => {
    expect(read(search)).toEqual({
      query: { ...everything, ...query },
      ignored: { names, others },
      unread: {},
      moved: false,
    });
  });
});

test("a number that nobody chose by is not a topic of the new shape either", () => {
  expect(read("topic=9999")).toMatchObject({ query: { topic: [] }, ignored: { names: ["topic"] }, moved: false });
  expect(read("support=2603")).toMatchObject({ query: { support: [] }, ignored: { names: ["support"] } });
});
