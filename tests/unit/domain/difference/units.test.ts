import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { paragraphsOf, wordsOf } from "#lib/domain/difference/units.ts";
import { anyText } from "./any-text.ts";

const words = (text: string) => wordsOf(text).map((unit) => unit.text);

describe("one word", () => {
  test.each([
    ...["£20,000", "€3.5m", "41%", "2023-24", "1,140", "e-mail", "half-past", "don't", "it’s", "and/or", "R&D"],
    ...["team@kent.gov.uk", "https://kent.gov.uk/a/b.pdf?from=1&to=2#top", "**", "###", "---", "```", "😀"],
  ])("%s", (word) => {
    expect(words(`so ${word} then`)).toEqual(["so", word, "then"]);
  });

  test.each([
    [
      "ends before the mark that closes a sentence",
      "See https://kent.gov.uk/a.",
      ["See", "https://kent.gov.uk/a", "."],
    ],
    ["ends before a bracket", "[fare](https://a.uk/b)", ["[", "fare", "]", "(", "https://a.uk/b", ")"]],
    ["is not a mark and what it marks", "**three** towns", ["**", "three", "**", "towns"]],
    ["is not a number and the words after it", "£5 a week, 7.30pm", ["£5", "a", "week", ",", "7.30pm"]],
  ])("%s", (_, text, expected) => {
    expect(words(text)).toEqual(expected);
  });
});

test("words and paragraphs joined are the text again, whatever it was", () => {
  const joined = (units: { text: string; tail: string }[]) => units.map(({ text, tail }) => text + tail).join("");
  fc.assert(
    fc.property(anyText, (text) => {
      expect(joined(wordsOf(text))).toBe(text);
      expect(joined(paragraphsOf(text))).toBe(text);
    }),
  );
});
