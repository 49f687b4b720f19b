import { expect, test } from "vitest";
import { sectionOf } from "#lib/domain/template/progress.ts";
import { current, getTemplate } from "#lib/domain/template/templates.ts";
import { placeOfMoved, readMoved } from "#lib/http/forms/moved-file.ts";

const template = getTemplate(current.caseStudy);
const after = (asked: string, question = "images") => placeOfMoved("/x", sectionOf(template, question)!, asked);

test("a button that moves or removes a file leads to where that is said", () => {
  expect(after("up:images:2")).toBe("/x?moved=images.1#images-moved");
  expect(after("down:images:0")).toBe("/x?moved=images.1#images-moved");
  expect(after("remove:images:2")).toBe("/x?moved=images#images-moved");
  expect(["add", "leave", "up:links:1"].map((asked) => after(asked))).toEqual([null, null, null]);
  expect(after("remove:measures:1", "measures")).toBeNull();
});

test("an address says which file was moved where, or nothing that can be read", () => {
  expect(readMoved("images.1")).toEqual({ question: "images", row: 1 });
  expect(readMoved("images")).toEqual({ question: "images", row: null });
  expect([undefined, "", "images.x", "a b"].map((value) => readMoved(value))).toEqual(
    [0, 0, 0, 0].map(() => undefined),
  );
});
