import { createElement, type ComponentProps } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { CardList } from "#components/listing/card-list.tsx";
import { Empty } from "#components/listing/empty.tsx";
import { everything } from "#lib/domain/listing/query.ts";

const empty = (changes: Partial<ComponentProps<typeof Empty>>) =>
  renderToStaticMarkup(createElement(Empty, { words: "", chips: [], withoutWords: null, ...changes })).replaceAll(
    /<[^>]*>/g,
    "",
  );

test("a list without cards is no list", () => {
  expect(renderToStaticMarkup(createElement(CardList, { labelledBy: "results", cards: [] }))).toBe("");
});

test("a new directory says that it is empty and blames nobody's spelling", () => {
  expect(empty({})).toBe("No case study has been published yet.");
});

test("an empty result says what to let go of, one as one", () => {
  const chips = [{ name: "Arts", rest: everything, total: 1 }];
  expect(empty({ chips })).toBe("No case study has all of this.Without “Arts” there is 1 case study.");
  const withoutWords = { path: "/case-studies", total: 2 };
  expect(empty({ words: "bins", chips: [{ ...chips[0], total: 0 }] as typeof chips, withoutWords })).toBe(
    "No case study has all of this.Without the words “bins” there are 2 case studies." +
      "Check the spelling, use fewer words, or look through the topics.",
  );
});

test("words that find nothing by themselves are not met with the whole directory", () => {
  expect(empty({ words: "bins", withoutWords: { path: "/case-studies", total: 614 } })).toBe(
    "No case study has all of this.Check the spelling, use fewer words, or look through the topics.",
  );
});
