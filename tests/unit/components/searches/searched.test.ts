import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { Searched } from "#components/searches/searched.tsx";

const shown = (total: number | null) =>
  renderToStaticMarkup(
    createElement(Searched, { heading: "Searches", rows: [{ words: "moths", searches: 3, clicks: 1, total }] }),
  );

test("a word that was only looked for with filters has no number, and is not offered to be joined", () => {
  expect(shown(null)).toContain("only with filters");
  expect(shown(null)).not.toMatch(/result|<form/);
  expect(shown(2)).toContain("2 results");
  expect(shown(2)).not.toContain("<form");
  expect(shown(0)).toMatch(/0 results.*<form/s);
});
