import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { filtersInWords, filtersOf, readFilters } from "#lib/domain/alerts/query.ts";
import { everything, type ListingQuery } from "#lib/domain/listing/query.ts";
import { readListing } from "#lib/domain/listing/read.ts";
import { catalogue } from "#tests/support/catalogue.ts";

const query = (changes: Partial<ListingQuery>): ListingQuery => ({ ...everything, ...changes });

describe("what an alert keeps of a query", () => {
  test("is its filters, whatever page and order it was asked for on", () => {
    const asked = query({ topic: ["libraries", "arts"], outcome: ["mixed"], page: 7, sort: "title" });
    expect(filtersOf(asked)).toBe("topic=arts&topic=libraries&outcome=mixed");
    expect(filtersOf({ ...asked, topic: ["arts", "libraries"], page: 1, sort: "oldest" })).toBe(filtersOf(asked));
    expect(filtersOf(query({ q: "bins & bags", sort: "newest" }))).toBe("q=bins+%26+bags");
    expect(filtersOf(query({ topic: ["arts"], from: "2020-01", to: "2024-12" }))).toBe("topic=arts");
    expect(filtersOf(everything)).toBe("");
  });

  test("reads as the same query again, for any address at all", () => {
    const values = fc.oneof(
      fc.string(),
      fc.constantFrom("libraries", "culture", "worked", "dorset", "2024-01", "title", "3"),
    );
    const names = fc.constantFrom("q", "topic", "outcome", "like", "region", "from", "to", "sort", "page", "colour");
    fc.assert(
      fc.property(fc.dictionary(names, fc.oneof(values, fc.array(values))), (parameters) => {
        const { query: asked } = readListing(parameters, catalogue);
        const filters = filtersOf(asked);
        const read = readFilters(filters, catalogue);
        expect(read).toMatchObject({ lost: [], void: false });
        expect(filtersOf(read.query)).toBe(filters);
      }),
    );
  });
});

describe("a filter there is no more", () => {
  test("is left out and named, while something of its group is left", () => {
    const { query: read, lost, void: isVoid } = readFilters("topic=gone&topic=libraries&outcome=mixed", catalogue);
    expect(read).toMatchObject({ topic: ["libraries"], outcome: ["mixed"] });
    expect(lost).toEqual([{ group: "Topic", slug: "gone" }]);
    expect(isVoid).toBe(false);
  });

  test("makes the alert match nothing where it was all of its group, rather than everything", () => {
    expect(readFilters("topic=gone", catalogue).void).toBe(true);
    expect(readFilters("q=bins&topic=libraries&collection=gone", catalogue).void).toBe(true);
    expect(readFilters("like=gone", catalogue)).toMatchObject({
      void: true,
      lost: [{ group: "Council", slug: "gone" }],
    });
    expect(readFilters("like=dorset", catalogue)).toMatchObject({ void: false, lost: [], query: { like: "dorset" } });
    expect(readFilters("", catalogue).void).toBe(false);
  });
});

test("the list of an alert is told in words, with what there is no more", () => {
  expect(filtersInWords("q=bins&topic=libraries", catalogue)).toBe("“bins”, Libraries, in Culture");
  expect(filtersInWords("topic=gone", catalogue)).toBe("Topic: gone (there no more)");
  expect(filtersInWords("", catalogue)).toBe("Every new case study");
});
