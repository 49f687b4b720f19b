import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { slugOf, sortKeyOf } from "#lib/domain/slug.ts";

describe("a name as part of an address", () => {
  test.each([
    ["Night buses for the harbour festival", "night-buses-for-the-harbour-festival"],
    ["Culture, tourism, leisure and sport", "culture-tourism-leisure-and-sport"],
    ["Café Zürich: São Paulo’s façade", "cafe-zurich-sao-paulos-facade"],
    ["Cyngor Tŷ Ŵyn a’r Môr", "cyngor-ty-wyn-ar-mor"],
    ["It's ‘our’ `town`", "its-our-town"],
    ["£20,000 – and 50% off!", "20-000-and-50-off"],
    ["  --  A  //  B  --  ", "a-b"],
    ["ﬁve ² ½", "five-2-1-2"],
    ["İstanbul", "istanbul"],
    ["../../etc/passwd", "etc-passwd"],
    ["<script>alert(1)</script>", "script-alert-1-script"],
    ["a\0b\nc", "a-b-c"],
    ["🚌🎪", "case-study"],
    ["", "case-study"],
    ["———", "case-study"],
    ["图书馆", "case-study"],
  ])("%j", (name, slug) => {
    expect(slugOf(name)).toBe(slug);
  });

  test("is cut between words at 80 characters, and inside one only where there is no other place", () => {
    expect(slugOf("library ".repeat(25))).toBe(Array(10).fill("library").join("-"));
    expect(slugOf("x".repeat(200))).toBe("x".repeat(80));
    expect(slugOf(`${"x".repeat(80)} y`)).toBe("x".repeat(80));
    expect(slugOf(`${"x".repeat(79)} yz`)).toBe("x".repeat(79));
    expect(slugOf(`${"x".repeat(40)} ${"y".repeat(39)} z`)).toBe(`${"x".repeat(40)}-${"y".repeat(39)}`);
  });

  test("holds nothing but a-z, 0-9 and single hyphens, 80 characters at most, whatever the name (V1.3.3)", () => {
    const unit = fc.oneof(fc.constantFrom(..."aZ9 -’'é😀\0/"), fc.string({ unit: "binary", maxLength: 1 }));
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 200 }), (name) => {
        const slug = slugOf(name);
        expect(slug).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
        expect(slug.length).toBeLessThanOrEqual(80);
        expect(slugOf(slug)).toBe(slug);
      }),
      { numRuns: 500 },
    );
  });
});

describe("a title as it is sorted", () => {
  test.each([
    ["The night bus", "night bus"],
    ["the  night bus", "night bus"],
    ["A library", "library"],
    ["An archive", "archive"],
    ["“The night bus”", "night bus"],
    ["'A' is for archive", "is for archive"],
    ["‘Ynni’: energy", "ynni: energy"],
    ["«Éclair»", "eclair"],
    ["THE NIGHT BUS", "night bus"],
    ["Theatre for all", "theatre for all"],
    ["Another way", "another way"],
    ["A-roads", "a-roads"],
    ["Bus, the", "bus, the"],
    ["The", "the"],
    ["The A team", "a team"],
    ["Don’t wait", "dont wait"],
    ["", ""],
  ])("%j", (title, key) => {
    expect(sortKeyOf(title)).toBe(key);
  });

  test("puts titles in the order a reader expects", () => {
    const titles = ["“Bins” at night", "An apple", "the Zoo", "'Cycling'", "Écoles", "bees", "A dog"];
    const byKey = (a: string, b: string) => (sortKeyOf(a) < sortKeyOf(b) ? -1 : 1);
    expect(titles.toSorted(byKey)).toEqual([
      "An apple",
      "bees",
      "“Bins” at night",
      "'Cycling'",
      "A dog",
      "Écoles",
      "the Zoo",
    ]);
  });
});
