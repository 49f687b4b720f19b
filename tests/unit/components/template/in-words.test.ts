import { expect, test } from "vitest";
import { inWords } from "#components/template/in-words.ts";
import { current, getTemplate, questionsOf } from "#lib/domain/template/templates.ts";

const question = questionsOf(getTemplate(current.caseStudy)).find(({ kind }) => kind === "measures")!;
const names = { topics: [], supportTypes: [], councils: [], contact: null };
const said = (given: object) => inWords(question, [{ name: "", before: "", after: "", unit: "", ...given }], names);

test("of a measure that is not complete only what there is is said", () => {
  const whole = { name: "Passengers", before: "0", after: "1,140", unit: "a week" };
  expect(said(whole)).toBe("Passengers: 0 → 1,140 a week");
  expect(said({ name: "Passengers" })).toBe("Passengers");
  expect(said({ ...whole, before: "", unit: "" })).toBe("Passengers: after 1,140");
  expect(said({ ...whole, after: "" })).toBe("Passengers: before 0 a week");
  expect(said({ after: "1,140" })).toBe("after 1,140");
});
