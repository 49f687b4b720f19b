import { adviceFor, type Advice, type Kind } from "#lib/domain/advice/advice.ts";
import type { KnownTitle } from "#lib/domain/advice/rule.ts";
import type { Answers } from "#lib/domain/template/answers.ts";
import { getTemplate } from "#lib/domain/template/templates.ts";

export const caseStudy = getTemplate("case-study-1");
const november = new Date("2026-11-22T12:00:00Z");

interface Around {
  titles?: KnownTitle[];
  now?: Date;
}

export const advise = (answers: Answers, { titles = [], now = november }: Around = {}): Advice[] =>
  adviceFor(caseStudy, answers, { titles }, now);

/** The advice of one kind on some answers. */
export const adviceOf = (kind: Kind, answers: Answers, around?: Around): Advice[] =>
  advise(answers, around).filter((advice) => advice.kind === kind);

/** What advice of one kind says about some answers. */
export const saysOf = (kind: Kind, answers: Answers, around?: Around): string[] =>
  adviceOf(kind, answers, around).map(({ message }) => message);
