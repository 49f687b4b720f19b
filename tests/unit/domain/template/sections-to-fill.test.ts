import { expect, test } from "vitest";
import { isOptional, sectionAfter, sectionsToFill } from "#lib/domain/template/progress.ts";
import { current, getTemplate } from "#lib/domain/template/templates.ts";

const template = getTemplate(current.caseStudy);
const filled = sectionsToFill(template);

test("a form asks every section but those that are only declarations", () => {
  const left = template.sections.filter((section) => !filled.includes(section));
  expect(left.map(({ key }) => key)).toEqual(["declarations"]);
});

test("each leads to the next, and the last to none", () => {
  expect(filled.map((section) => sectionAfter(template, section)?.key)).toEqual([
    ...filled.slice(1).map(({ key }) => key),
    undefined,
  ]);
});

test("what asks for nothing may be left empty", () => {
  expect(filled.filter(isOptional).map(({ key }) => key)).toEqual(["links", "images"]);
});
