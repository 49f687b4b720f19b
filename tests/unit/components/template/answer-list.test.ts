import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { AnswerList } from "#components/template/answer-list.tsx";
import type { Answers } from "#lib/domain/template/answers.ts";
import { current, getTemplate } from "#lib/domain/template/templates.ts";

const sections = getTemplate(current.caseStudy).sections;
const names = { topics: [], supportTypes: [], councils: [], contact: null };

const questionOf = (key: string) => sections.flatMap(({ questions }) => questions).find((one) => one.key === key)!;

function shown(key: string, answers: Answers): string {
  const section = sections.find((one) => one.key === key)!;
  return renderToStaticMarkup(createElement(AnswerList, { section, answers, names }));
}

test("a long answer is checked as readers will see it, outside any description list", () => {
  const challenge = "## What it cost\n\nSee [our report](https://kent.example/report).\n\n- Buses\n- **Trains**";
  const markup = shown("challenge", { challenge });
  expect(markup).toMatch(/<h3[^>]*>What it cost<\/h3>/);
  expect(markup).toContain('<a href="https://kent.example/report">our report</a>');
  expect(markup).toContain("<strong>Trains</strong>");
  expect(markup).not.toMatch(/\*\*|<d[dlt]/);
});

test("answers keep their order, whatever their length", () => {
  const mixed = {
    ...sections[0]!,
    questions: ["summary", "challenge", "title", "council"].map((key) => questionOf(key)),
  };
  const answers = { summary: "Buses", challenge: "Trains", title: "Trams" };
  const markup = renderToStaticMarkup(createElement(AnswerList, { section: mixed, answers, names }));
  expect(markup.match(/Buses|Trains|Trams|Still needed|<dl>|<\/dl>/g)).toEqual([
    "<dl>",
    "Buses",
    "</dl>",
    "Trains",
    "<dl>",
    "Trams",
    "Still needed",
    "</dl>",
  ]);
});

test("lines of a short answer stay lines, and what was not answered says so", () => {
  expect(shown("about", { summary: "One line\nand another" })).toContain("One line\nand another");
  expect(shown("challenge", {})).toMatch(/<dl>.*Still needed/);
});
