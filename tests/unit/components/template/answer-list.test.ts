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

test("a long answer is checked as readers will see it, below the heading of its section", () => {
  const challenge = "## What it cost\n\nSee [our report](https://kent.example/report).\n\n- Buses\n- **Trains**";
  const markup = shown("challenge", { challenge });
  expect(markup).toMatch(/<h3[^>]*>What it cost<\/h3>/);
  expect(markup).toContain('<a href="https://kent.example/report">our report</a>');
  expect(markup).toContain("<strong>Trains</strong>");
  expect(markup).not.toContain("**");
});

test("lines of a short answer stay lines, and what was not answered says so", () => {
  expect(shown("about", { summary: "One line\nand another" })).toContain("One line\nand another");
  const markup = shown("challenge", {});
  expect(markup).toContain("Still needed");
  expect(markup).not.toContain("prose");
});
