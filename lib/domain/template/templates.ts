import caseStudy1 from "./case-study-1.json" with { type: "json" };
import signpost1 from "./signpost-1.json" with { type: "json" };
import { template, type Fact, type Question, type Template } from "./questions.ts";

const known = new Map([caseStudy1, signpost1].map((data) => [data.key, template.parse(data)]));

/** The templates that new versions are written with. */
export const current = { caseStudy: "case-study-1", signpost: "signpost-1" } as const;

/**
 * The template a version was written with.
 *
 * @param key such as "case-study-1"
 * @throws Error when no template has that key
 */
export function getTemplate(key: string): Template {
  const found = known.get(key);
  if (!found) throw new Error(`There is no template "${key}"`);
  return found;
}

export const questionsOf = (template: Template): Question[] => template.sections.flatMap(({ questions }) => questions);

/** The question that feeds a fact, or null where the template asks none. */
export const questionFor = (template: Template, fact: Fact): Question | null =>
  questionsOf(template).find((question) => question.fact === fact) ?? null;

/** The words a reader sees for a chosen value, or null where the template offers no such choice. */
export function labelOf(template: Template, fact: Fact, value: string | null): string | null {
  const question = questionFor(template, fact);
  if (question?.kind !== "choice" || value === null) return null;
  return question.options.find((option) => option.value === value)?.label ?? null;
}
