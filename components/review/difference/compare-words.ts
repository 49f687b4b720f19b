import { inWords, type Names } from "#components/template/in-words.ts";
import { compareAnswers, type SectionDifference } from "#lib/domain/difference/answers.ts";
import type { Answers } from "#lib/domain/template/answers.ts";
import type { Question, Template } from "#lib/domain/template/questions.ts";

/** The words of one revision with the names of what they refer to. The contact is that revision's own. */
export interface Words {
  template: Template;
  answers: Answers;
  names: Names;
}

/** What changed between the words of two revisions, as a reader is told of them. */
export const compareWords = (old: Words, fresh: Words): SectionDifference[] =>
  compareAnswers(asSide(old), asSide(fresh));

const asSide = ({ template, answers, names }: Words) => ({
  template,
  answers,
  inWords: (question: Question, answer: unknown) => inWords(question, answer, names),
});
