import { lengthOf, tidy } from "../template/text.ts";
import type { EnquiryKind } from "./enquiries.ts";

/** The most characters that somebody may write back. */
export const longestWords = 2000;

/** What whoever is asked for a review can answer, in the words of the form. */
export const reviewAnswers = {
  stillRight: "It is still right",
  needsChanges: "Something needs to change",
  wrongPerson: "I am not the person to ask",
} as const;

/** What whoever is asked what happened next can answer. */
export const followUpAnswers = {
  told: "This is what happened next",
  wrongPerson: "I am not the person to ask",
} as const;

export type EnquiryAnswer = keyof typeof reviewAnswers | keyof typeof followUpAnswers;

/** What can be answered to an enquiry, by what it is kept as, in the words of the form. */
export const answersTo = (kind: EnquiryKind): Partial<Record<EnquiryAnswer, string>> =>
  kind === "review" ? reviewAnswers : followUpAnswers;

/** An answer as a form sent it. Null for what cannot be answered to such an enquiry. */
export const readAnswer = (kind: EnquiryKind, typed: string): EnquiryAnswer | null =>
  Object.hasOwn(answersTo(kind), typed) ? (typed as EnquiryAnswer) : null;

export type AnswerFlaw = "answer-missing" | "words-missing" | "words-too-long" | "words-unasked";

/** Why an answer cannot be taken as it is. Null where it can. */
export function flawOf(kind: EnquiryKind, answer: EnquiryAnswer | null, words: string): AnswerFlaw | null {
  if (!answer || !Object.hasOwn(answersTo(kind), answer)) return "answer-missing";
  if (lengthOf(words) > longestWords) return "words-too-long";
  // Nobody would read them: what is still right goes to no editor.
  if (answer === "stillRight" && tidy(words)) return "words-unasked";
  const needsWords = answer === "needsChanges" || answer === "told";
  return needsWords && !tidy(words) ? "words-missing" : null;
}
