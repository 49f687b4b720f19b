import { createElement, type ComponentProps } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { CardList } from "#components/listing/card-list.tsx";
import { Empty } from "#components/listing/results/empty.tsx";
import { everything } from "#lib/domain/listing/query.ts";

const empty = (changes: Partial<ComponentProps<typeof Empty>>) =>
  renderToStaticMarkup(
    createElement(Empty, { query: everything, chips: [], looser: [], near: [], ...changes }),
  ).replaceAll(/<[^>]*>/g, "");
const advice = "Check the spelling, see what your words could become, or look through the topics.";
const bins = { ...everything, q: "bins" };

test("a list without cards is no list", () => {
  expect(renderToStaticMarkup(createElement(CardList, { labelledBy: "results", cards: [] }))).toBe("");
});

test("a new directory says that it is empty and blames nobody's spelling", () => {
  expect(empty({})).toBe("No case study has been published yet.");
});

test("an empty result says what to let go of, one as one", () => {
  const chips = [{ name: "Arts", rest: everything, total: 1 }];
  expect(empty({ query: { ...everything, topic: ["arts"] }, chips })).toBe(
    "No case study has all of this.Without “Arts” there is 1 case study.",
  );
  const looser = [{ name: "without the words “bins”", rest: everything, total: 2 }];
  expect(empty({ query: bins, chips: chips.map((chip) => ({ ...chip, total: 0 })), looser })).toBe(
    `No case study has all of this.Without the words “bins” there are 2 case studies.${advice}`,
  );
});

test("words that find nothing by themselves are not met with the whole directory", () => {
  expect(empty({ query: bins })).toBe(`No case study has all of this.${advice}`);
});
