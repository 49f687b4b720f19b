import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { LeftInTheFile } from "#components/word/left-in-the-file.tsx";

const html = (left: Parameters<typeof LeftInTheFile>[0]) => renderToStaticMarkup(createElement(LeftInTheFile, left));

test("a page says what of the file is not on it, and nothing where all of it is", () => {
  expect(html({})).toBe("");
  expect(html({ isCut: false, picturesLeft: 0 })).toBe("");
  expect(html({ isCut: true })).toContain("more words than this page can show");
  expect(html({ picturesLeft: 1 })).toContain("1 picture would have taken too long to read. Add it to the form");
  expect(html({ isCut: true, picturesLeft: 6 })).toContain("6 pictures would have taken too long");
});
