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

/** Every template that anything has been written with. */
export const listTemplates = (): Template[] => [...known.values()];

/** What sort of thing a template is for, whichever version of it: "case-study", "signpost". */
export const kindOf = ({ key }: Pick<Template, "key">): string => key.replace(/-\d+$/, "");

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

/** What can be chosen for a fact in any of the templates: each value once, in the words of the first that has it. */
export function optionsOf(templates: readonly Template[], fact: Fact) {
  const options = templates.flatMap((template) => {
    const question = questionFor(template, fact);
    return question?.kind === "choice" ? question.options : [];
  });
  return options.filter(({ value }, index) => options.findIndex((option) => option.value === value) === index);
}

/** The outcome that a list points out, in words that stand alone. Work that worked needs none. */
export function outcomeToPointOut(template: Template, value: string | null): { value: string; label: string } | null {
  const option = optionsOf([template], "outcome").find((one) => one.value === value);
  return option && value && value !== "worked" ? { value, label: option.alone ?? option.label } : null;
}
