import { expect, test } from "vitest";
import { answersWithCouncils, unknownCouncilsIn } from "#lib/domain/template/council-answers.ts";
import { current, getTemplate } from "#lib/domain/template/templates.ts";

const councils = [
  { id: "dorset", name: "Dorset Council", shortName: "Dorset" },
  { id: "kent", name: "Kent County Council", shortName: "Kent" },
];
const about = getTemplate(current.caseStudy).sections.filter(({ questions }) =>
  questions.some(({ kind }) => kind === "council"),
);

test("a council is known by its name, is a partner once, and never of itself", () => {
  const typed = { council: "Dorset Council", partners: ["Kent", "kent", "Dorset", "dorset", "Nowhere"] };
  const [section, ...others] = about;
  if (!section || others.length) throw new Error("One section asks for the council");
  const answers = answersWithCouncils(section, typed, councils);
  expect(answers).toEqual({ council: "dorset", partners: ["kent", "Nowhere"] });
  expect(unknownCouncilsIn(section, answers, councils)).toMatchObject([{ question: "partners" }]);
});
