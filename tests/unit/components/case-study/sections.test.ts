import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { Sections } from "#components/case-study/sections.tsx";
import type { Answers } from "#lib/domain/template/answers.ts";
import { factsOf } from "#lib/domain/template/facts.ts";
import { template as schema, type Template } from "#lib/domain/template/questions.ts";
import { getTemplate } from "#lib/domain/template/templates.ts";
import data from "#tests/support/template-2.json" with { type: "json" };

const documents = [{ id: "one", name: "Night buses.pdf", title: "Evaluation", bytes: 1_249_000 }];
const html = (template: Template, answers: Answers, files: typeof documents = []) =>
  renderToStaticMarkup(
    createElement(Sections, { template, answers, facts: factsOf(template, answers), pictures: [], documents: files }),
  );

describe("the words of a case study", () => {
  test("show documents with what they are and how large", () => {
    const shown = html(getTemplate("case-study-1"), {}, documents);
    expect(shown).toContain("Links and documents</h2>");
    expect(shown).toContain('<a href="/files/one/Night%20buses.pdf">Evaluation</a> (PDF, 1.2 MB)');
    expect(html(getTemplate("case-study-1"), {})).toBe("");
  });

  test("show what a new template asks, though nothing else knows of it", () => {
    const template = schema.parse(data);
    template.sections[1]?.questions.push({
      key: "advice",
      kind: "choice",
      label: "Would you do it again?",
      required: false,
      options: [
        { value: "yes", label: "Yes, sooner" },
        { value: "no", label: "No" },
      ],
    });
    const shown = html(template, { story: "It ran.", carbon: "Forty car journeys <fewer>.", advice: "yes" });
    expect(shown).toContain("<h3>Effect on carbon</h3><p>Forty car journeys &lt;fewer&gt;.</p>");
    expect(shown).toContain("<h3>Would you do it again?</h3><p>Yes, sooner</p>");
  });

  test("leave out what has a place of its own on the page", () => {
    expect(html(schema.parse(data), { heading: "Night buses", summary: "Late.", outcome: "worked" })).toBe("");
  });
});
