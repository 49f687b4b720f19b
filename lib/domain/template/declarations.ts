import type { Answers } from "./answers.ts";
import type { Section, Template } from "./questions.ts";
import { questionsOf } from "./templates.ts";

/** Something that was declared: in which template's version, and in the words that stood there. */
type Declared = Record<"template" | "question" | "wording", string>;

/** Every declaration that answers agree to. */
export const declaredIn = (template: Template, answers: Answers): Declared[] =>
  questionsOf(template).flatMap((question) =>
    question.kind === "declaration" && answers[question.key] === true
      ? [{ template: template.key, question: question.key, wording: question.wording }]
      : [],
  );

/** The section of what is declared by sending, which no page of the form asks before. */
export const declarationsOf = ({ sections }: Template): Section | null =>
  sections.find(({ questions }) => questions.every(({ kind }) => kind === "declaration")) ?? null;
