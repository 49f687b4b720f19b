import { expect, test } from "vitest";
import { current, getTemplate } from "#lib/domain/template/templates.ts";
import { chosenOf } from "#lib/domain/word/chosen.ts";

const reading = { answers: { lessons: "Ask." }, contact: null, notUnderstood: [], mixed: {}, pictures: [] };
const chosenWith = (...values: string[]) =>
  chosenOf(getTemplate(current.caseStudy), reading, (name) => (name === "keep.lessons" ? values : []));

test("a box that was ticked takes what was read, and one that was not is still known to be left", () => {
  expect(chosenWith("form", "word")).toMatchObject({ answers: { lessons: "Ask." }, typed: { "keep.lessons": "word" } });
  expect(chosenWith("form")).toMatchObject({ answers: {}, typed: { "keep.lessons": "form" } });
});
