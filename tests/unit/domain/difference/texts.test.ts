import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compareRows, compareTexts } from "#lib/domain/difference/texts.ts";
import { anyText, marked, sideOf } from "./any-text.ts";

test("what is the same and what was removed is the old text; what is the same and what was added is the new one", () => {
  fc.assert(
    fc.property(anyText, anyText, fc.constantFrom(compareTexts, compareRows), (old, fresh, compare) => {
      const segments = compare(old, fresh).flatMap((passage) => passage.segments);
      expect(sideOf(segments, "added")).toBe(old);
      expect(sideOf(segments, "removed")).toBe(fresh);
      expect(segments.every(({ text }) => text !== "")).toBe(true);
    }),
    { numRuns: 1000 },
  );
});

test("a text is the same as itself, and nothing of it changed", () => {
  fc.assert(
    fc.property(anyText, (text) => {
      expect(compareTexts(text, text).every(({ kind, moved }) => kind === "same" && !moved)).toBe(true);
    }),
  );
});

describe("word by word", () => {
  test.each([
    ["figures and addresses change whole", "It cost £20,000.", "It cost £25,000.", ["It cost {-£20,000-}{+£25,000+}."]],
    ["a word more", "Fares pay.", "Fares now pay.", ["Fares {+now +}pay."]],
    [
      "a sentence that was rewritten is no scraps",
      "The buses and trains of the town stopped at seven.",
      "A tram and a boat in our county ran all night.",
      ["{-The buses and trains of the town stopped at seven-}{+A tram and a boat in our county ran all night+}."],
    ],
    [
      "a long run of words between changes stays",
      "The last bus left at seven and people who worked late walked home.",
      "The last train left at eight and people who worked late drove home.",
      ["The last {-bus-}{+train+} left at {-seven-}{+eight+} and people who worked late {-walked-}{+drove+} home."],
    ],
  ])("%s", (_, old, fresh, expected) => {
    expect(marked(old, fresh)).toEqual(expected);
  });
});

describe("paragraph by paragraph", () => {
  test.each([
    ["one in the middle", "One.\n\nTwo.", "One.\n\nNew.\n\nTwo.", ["One.¶¶", "{+New.¶¶+}", "Two."]],
    ["one at the end", "One.", "One.\n\nNew.", ["One.", "{+¶¶New.+}"]],
    ["one that went", "One.\n\nOld.\n\nTwo.", "One.\n\nTwo.", ["One.¶¶", "{-Old.¶¶-}", "Two."]],
    [
      "one that moved",
      "A b.\n\nC d.\n\nE f.",
      "E f.\n\nA b.\n\nC d.",
      ["{+E f.¶¶+} moved", "A b.¶¶", "C d.", "{-¶¶E f.-} moved"],
    ],
    ["one cut in two", "One two. Three four.", "One two.\n\nThree four.", ["One two.{- -}{+¶¶+}", "Three four."]],
    ["two made one", "One two.\n\nThree four.", "One two. Three four.", ["One two.{+ +}{-¶¶-}Three four."]],
    [
      "one changed before one that went",
      "A b c x\n\nOld.\n\nE.",
      "A b c y\n\nE.",
      ["A b c {-x-}{+y+}¶¶", "{-Old.¶¶-}", "E."],
    ],
    [
      "rows of a list",
      "- one\n- two\n- three",
      "- one\n- three\n- four",
      ["- one¶", "{-- two¶-}", "- three", "{+¶- four+}"],
    ],
  ])("%s", (_, old, fresh, expected) => {
    expect(marked(old, fresh)).toEqual(expected);
  });
});

test("rows change whole, however alike they are", () => {
  expect(marked("£10,000 to £50,000", "Under £10,000", compareRows)).toEqual([
    "{-£10,000 to £50,000-}{+Under £10,000+}",
  ]);
  expect(marked("Arts\nLibraries", "Arts\nSport", compareRows)).toEqual(["Arts¶", "{-Libraries-}{+Sport+}"]);
});

describe("texts of 10,000 characters with nothing in common are compared in seconds at most", () => {
  const numbered = (first: number, step: number, end: string) =>
    Array.from({ length: 2500 }, (_, index) => `${(first + index * step).toString(36)}${end}`)
      .join("")
      .slice(0, 10_000);

  test.each([
    ["words", numbered(1000, 7, " "), numbered(9001, 5, " ")],
    [
      "few words in any order",
      numbered(0, 7919, " ").replace(/\w\w+/g, "a"),
      numbered(3, 104_729, " ").replace(/\w\w+/g, "b"),
    ],
    ["lines", "a\n".repeat(5000), "b\n".repeat(5000)],
    ["lines in another order", numbered(0, 1, "\n"), numbered(0, 3, "\n")],
    ["one word", "a".repeat(10_000), "b".repeat(10_000)],
    ["one word with marks", "a-".repeat(5000), "b-".repeat(5000)],
    ["marks", "*_".repeat(5000), "_**".repeat(3333)],
    ["addresses", "http://".repeat(1400), "https://,".repeat(1100)],
    ["space", " \n".repeat(5000), "\n  ".repeat(3333)],
  ])("%s", (_, old, fresh) => {
    const start = performance.now();
    const segments = compareTexts(old, fresh).flatMap((passage) => passage.segments);
    // Wide, as others use the machine too: what grows with the square takes minutes.
    expect(performance.now() - start).toBeLessThan(10_000);
    expect([sideOf(segments, "added"), sideOf(segments, "removed")]).toEqual([old, fresh]);
  });
});
