import { createElement, type ComponentProps } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { CardList } from "#components/listing/card-list.tsx";
import { Empty } from "#components/listing/results/empty.tsx";
import { everything } from "#lib/domain/listing/query.ts";

const empty = (changes: Partial<ComponentProps<typeof Empty>>) =>
  renderToStaticMarkup(
    createElement(Empty, { query: everything, ways: [], restart: false, suggested: true, near: [], ...changes }),
  ).replaceAll(/<[^>]*>/g, "");
const advice = "Check the spelling, see what your words could become, or look through the topics.";
const arts = { ...everything, topic: ["arts"] };

test("a list without cards is no list", () => {
  expect(renderToStaticMarkup(createElement(CardList, { labelledBy: "results", cards: [] }))).toBe("");
});

test("a card's day is the one that clocks in London show, for machines too", () => {
  const card = {
    ...{ slug: "a", title: "A", summary: "B", councilName: "C", councilType: null, elsewhere: false },
    ...{ outcome: null, lead: null, picture: null, publishedAt: new Date("2026-06-30T23:00:00Z") },
  };
  expect(renderToStaticMarkup(createElement(CardList, { labelledBy: "results", cards: [card] }))).toContain(
    '<time dateTime="2026-07-01">',
  );
});

test("a new directory says that it is empty and blames nobody's spelling", () => {
  expect(empty({})).toBe("No case study has been published yet.");
});

test("an empty result says what to let go of, one as one", () => {
  const ways = [{ name: "without “Arts”", rest: everything, total: 1 }];
  expect(empty({ query: arts, ways })).toBe("No case study has all of this.Without “Arts” there is 1 case study.");
  const looser = [{ name: "without the words “bins”", rest: everything, total: 2 }];
  expect(empty({ query: { ...arts, q: "bins" }, ways: looser })).toBe(
    `No case study has all of this.Without the words “bins” there are 2 case studies.${advice}`,
  );
});

test("where nothing else helps, there is a way to everything", () => {
  expect(empty({ query: arts, restart: true })).toBe("No case study has all of this.Start again with all case studies");
});

test.each([
  ["bins", "No case study has this word."],
  ['"bins"', "No case study has this word."],
  ["bins buses", "No case study has these words."],
  ['"bins buses"', "No case study has all of this."],
  ["bins -buses", "No case study has all of this."],
  ["?!", "There is no word in this to look for."],
])("%s that finds nothing by itself is named as what it is, and not met with the whole directory", (q, sentence) => {
  expect(empty({ query: { ...everything, q } })).toBe(sentence + advice);
});

test("a page with nothing on it is not advised", () => {
  expect(empty({ query: { ...everything, q: "asdfghjkl" }, suggested: false })).toBe(
    "No case study has this word.Check the spelling, or look through the topics.",
  );
});
