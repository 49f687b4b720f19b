import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { AnswerList } from "#components/template/answer-list.tsx";
import type { Answers } from "#lib/domain/template/answers.ts";
import { current, getTemplate } from "#lib/domain/template/templates.ts";

const sections = getTemplate(current.caseStudy).sections;
const names = { topics: [], supportTypes: [], councils: [], contact: null };

function shown(key: string, answers: Answers): string {
  const section = sections.find((one) => one.key === key)!;
  return renderToStaticMarkup(createElement(AnswerList, { section, answers, names }));
}

test("lines of an answer stay lines, and what was not answered says so", () => {
  expect(shown("about", { summary: "One line\nand another" })).toContain("One line\nand another");
  // Orca 43 passes over the first paragraph of a text that is laid out within a description.
  expect(shown("challenge", { challenge: "One.\n\n- Two" })).toMatch(/>One\.\n\n- Two<\/dd>/);
  const markup = shown("challenge", {});
  expect(markup).toContain("Still needed");
});
