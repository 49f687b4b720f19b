import { describe, expect, test } from "vitest";
import caseStudy1 from "#lib/domain/template/case-study-1.json" with { type: "json" };
import signpost1 from "#lib/domain/template/signpost-1.json" with { type: "json" };
import { template as schema } from "#lib/domain/template/questions.ts";
import { current, getTemplate, labelOf, questionFor, questionsOf } from "#lib/domain/template/templates.ts";

const caseStudy = getTemplate(current.caseStudy);
const signpost = getTemplate(current.signpost);

describe.each([
  ["the case study template", caseStudy, caseStudy1],
  ["the signpost template", signpost, signpost1],
])("%s", (_, template, data) => {
  test("is the file, with nothing lost", () => {
    expect(schema.parse(data)).toEqual(template);
    expect(template).toMatchObject(data);
    expect(getTemplate(data.key)).toBe(template);
  });

  test("has every key of a question and of a section once", () => {
    for (const keys of [questionsOf(template), template.sections].map((rows) => rows.map(({ key }) => key))) {
      expect(new Set(keys).size).toBe(keys.length);
    }
  });

  test("feeds every fact from one question at most", () => {
    const facts = questionsOf(template).flatMap(({ fact }) => fact ?? []);
    expect(new Set(facts).size).toBe(facts.length);
    for (const fact of facts) expect(questionFor(template, fact)?.fact).toBe(fact);
  });

  test("has a label for every question and every option, and each value once", () => {
    for (const question of questionsOf(template)) {
      expect(question.label).not.toBe("");
      if (question.kind !== "choice") continue;
      const values = question.options.map(({ value }) => value);
      expect(new Set(values).size).toBe(values.length);
      for (const { value, label } of question.options) {
        expect(label).not.toBe("");
        expect(question.fact && labelOf(template, question.fact, value)).toBe(label);
      }
    }
  });
});

test("a case study is asked for its parts in the order that readers meet them", () => {
  expect(caseStudy.sections.map(({ title }) => title)).toEqual([
    "About this case study",
    "The facts",
    "The challenge",
    "The solution",
    "The impact",
    "How is the new approach being sustained?",
    "Lessons learned",
    "Links and documents",
    "Images",
    "Contact",
    "Declarations",
  ]);
  expect(caseStudy.sections[0]?.questions.map(({ key }) => key)).toEqual([
    "title",
    "council",
    "partners",
    "summary",
    "topics",
    "supportTypes",
  ]);
});

test("of the fixed facts only the outcome must be given", () => {
  const facts = caseStudy.sections.find(({ key }) => key === "facts")?.questions ?? [];
  expect(facts.filter(({ required }) => required).map(({ key }) => key)).toEqual(["outcome"]);
  expect(questionFor(caseStudy, "title")).toMatchObject({ max: 100 });
  expect(questionFor(caseStudy, "summary")).toMatchObject({ max: 300 });
  expect(questionFor(caseStudy, "topics")).toMatchObject({ minItems: 1, maxItems: 3 });
});

test("a label is null where nothing was chosen, offered or asked", () => {
  expect(labelOf(caseStudy, "outcome", "did-not-work")).toBe("Did not work");
  expect(labelOf(caseStudy, "outcome", null)).toBeNull();
  expect(labelOf(caseStudy, "outcome", "splendid")).toBeNull();
  expect(labelOf(caseStudy, "title", "worked")).toBeNull();
  expect(labelOf(signpost, "outcome", "worked")).toBeNull();
  expect(questionFor(signpost, "outcome")).toBeNull();
});

test("a template that does not exist is an error that names it", () => {
  expect(() => getTemplate("case-study-99")).toThrow('There is no template "case-study-99"');
  expect(() => getTemplate("constructor")).toThrow("constructor");
});

test("a template with a kind, a fact or a property that nobody knows is refused", () => {
  const asking = (question: object) => ({
    key: "x-1",
    name: "X",
    sections: [{ key: "a", title: "A", questions: [{ key: "a", kind: "month", label: "A", ...question }] }],
  });
  expect(schema.safeParse(asking({})).success).toBe(true);
  for (const wrong of [{ kind: "video" }, { fact: "weather" }, { colour: "red" }, { key: "__proto__" }, { key: "" }]) {
    expect(schema.safeParse(asking(wrong)).success).toBe(false);
  }
});
