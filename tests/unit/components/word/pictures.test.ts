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

const pictureAt = (position: number) => `/submit/x/word/y/pictures/${position}`;

test("each picture that can be taken is shown", () => {
  const about = { pictures: [picture(0), picture(1, true)], chosen: () => undefined, pictureAt, room: 10 };
  const html = renderToStaticMarkup(createElement(FoundPictures, about));
  expect([...html.matchAll(/<img src="([^"]+)"/g)].map(([, src]) => src)).toEqual([pictureAt(0)]);
  expect(html).not.toContain("room");
});

test("no more are ticked than fit, and that is said before they are taken", () => {
  const of = (room: number) => {
    const about = { pictures: [picture(0, true), picture(1), picture(2)], chosen: () => undefined, pictureAt, room };
    return renderToStaticMarkup(createElement(FoundPictures, about));
  };
  const ticked = (html: string) => [...html.matchAll(/<input[^>]*>/g)].map(([box]) => box.includes("checked"));
  expect(ticked(of(1))).toEqual([true, false]);
  expect(of(1)).toContain("The form has room for 1 more. The first is chosen");
  expect(ticked(of(0))).toEqual([false, false]);
  expect(of(0)).toContain("The form has no room for more pictures.");
});

test("a picture that was left is not ticked again, and one that is in the form cannot be taken", () => {
  const pictures = [picture(0), picture(1), picture(2, true)];
  const chosen = (field: string) => ({ "picture.0": "leave", "picture.1": "take" })[field];
  const html = renderToStaticMarkup(createElement(FoundPictures, { pictures, chosen, pictureAt, room: 10 }));
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
