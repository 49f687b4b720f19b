import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { FoundPictures } from "#components/word/found-pictures.tsx";
import { ReadingNotice } from "#components/word/reading-notice.tsx";
import { RefusedPictures } from "#components/word/refused-pictures.tsx";

const picture = (position: number, taken = false) => ({
  ...{ question: "images", heading: "", title: `Bus ${position}`, alt: "A bus", credit: "" },
  ...{ width: 4, height: 3, attachment: null, position, taken },
});

test("a picture that was left is not ticked again, and one that is in the form cannot be taken", () => {
  const pictures = [picture(0), picture(1), picture(2, true)];
  const chosen = (field: string) => ({ "picture.0": "leave", "picture.1": "take" })[field];
  const html = renderToStaticMarkup(createElement(FoundPictures, { pictures, chosen }));
  expect([...html.matchAll(/name="picture\.(\d)"/g)].map(([, position]) => position)).toEqual(["0", "1"]);
  expect([...html.matchAll(/<input[^>]*>/g)].map(([box]) => box.includes("checked"))).toEqual([false, true]);
  expect(html).toContain("“Bus 2” is in the form already.");
});

test("pictures that were not added are told one by one, with the way back", () => {
  const messages = ["Bus 1: There is no room.", "Bus 1: There is no room."];
  const html = renderToStaticMarkup(createElement(RefusedPictures, { messages, back: "/submit/x/word/y" }));
  expect(html).toContain("2 pictures were not added");
  expect(html.match(/<li/g)).toHaveLength(2);
  expect(html).toContain('<a href="/submit/x/word/y">');
});

test("nothing is said to have been kept or not kept that may not be so", () => {
  const changed = renderToStaticMarkup(createElement(ReadingNotice, { limit: undefined, changed: true }));
  expect(changed).toContain("Your draft has changed since the file was read");
  expect(changed).not.toMatch(/nothing/i);
  const limit = renderToStaticMarkup(createElement(ReadingNotice, { limit: "No more than 3.", changed: true }));
  expect(limit).toContain("No more than 3. What you chose is still chosen below.");
  expect(renderToStaticMarkup(createElement(ReadingNotice, { limit: undefined, changed: false }))).toBe("");
});
