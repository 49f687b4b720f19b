import { keepable } from "../template/keepable.ts";
import type { Answers } from "../template/answers.ts";
import type { Question, Template } from "../template/questions.ts";
import { questionFor, questionsOf } from "../template/templates.ts";
import { fitAnswer, type Lists } from "./fit-answer.ts";
import { shownOf, type NotUnderstood, type Reading } from "./reading.ts";
import type { Raw, RawReading } from "./raw-reading.ts";

/** What a draft may name, and the lists that answers choose from. */
export interface Known extends Lists {
  /** The files of the case study. A document may name those of another. */
  attachments: readonly string[];
}

/** Makes answers of what was read, with names as the ids they stand for. Words that name nothing are not lost. */
export function fitReading(
  template: Template,
  { raw, exact, leftovers, mixed, title }: RawReading,
  known: Known,
): Omit<Reading, "pictures" | "picturesLeft"> {
  const answers: Answers = {};
  const notUnderstood: NotUnderstood[] = [];
  let contact: Reading["contact"] = null;
  for (const question of questionsOf(template).filter(({ kind }) => kind !== "declaration")) {
    const { key, label } = question;
    const read = raw[key];
    if (question.kind === "contact") {
      contact = contactOf(question, read, notUnderstood);
      continue;
    }
    const fitted = key in exact ? { answer: exact[key], rest: [] } : fitAnswer(question, read, known);
    const answer = question.kind === "files" ? ownFiles(fitted.answer, known) : fitted.answer;
    if (isGiven(answer)) answers[key] = answer;
    if (question.kind === "files" && question.accept === "documents")
      for (const text of filesLeftBehind(fitted.answer, known))
        notUnderstood.push({ question: key, heading: label, text });
    for (const text of fitted.rest) notUnderstood.push({ question: key, heading: label, text });
  }
  const named = questionFor(template, "title")?.key;
  if (named && title && !(named in answers)) answers[named] = title;
  const kept = keepable(template, answers);
  const fitting = kept.ok ? kept.value : onlyKeepable(template, answers, notUnderstood);
  const shown = shownOf([...notUnderstood, ...leftovers.map((one) => ({ question: null, ...one }))]);
  return { answers: fitting, contact, ...shown, mixed };
}

/** The most characters of a line about whom to ask. */
const longestLine = 200;

function contactOf({ key, label }: Question, read: Raw | undefined, notUnderstood: NotUnderstood[]) {
  if (!read || typeof read !== "object" || Array.isArray(read)) return null;
  const contact = { email: "", name: "", phone: "", ...read };
  for (const part of ["email", "name", "phone"] as const) {
    if (contact[part].length <= longestLine) continue;
    notUnderstood.push({ question: key, heading: label, text: contact[part] });
    contact[part] = "";
  }
  return contact;
}

const isGiven = (answer: unknown) =>
  answer !== undefined && answer !== "" && !(Array.isArray(answer) && answer.length === 0);

const ownFiles = (answer: unknown, { attachments }: Known) =>
  Array.isArray(answer)
    ? answer.filter((file: { attachment?: string }) => attachments.includes(String(file.attachment)))
    : answer;

/** A Word file names documents without holding them. */
const filesLeftBehind = (answer: unknown, { attachments }: Known) =>
  (Array.isArray(answer) ? (answer as { attachment?: string; title?: string }[]) : [])
    .filter(({ attachment }) => !attachments.includes(String(attachment)))
    .map(({ title }) => `${title || "A document"} is not in the Word file. Add it again.`);

/** Whatever is far too long for its question is shown as not understood, so that it can be copied in parts. */
function onlyKeepable(template: Template, answers: Answers, notUnderstood: NotUnderstood[]): Answers {
  const kept: Answers = {};
  for (const question of questionsOf(template)) {
    const read = keepable(template, { [question.key]: answers[question.key] });
    if (read.ok) Object.assign(kept, read.value);
    else notUnderstood.push(tooLong(question, answers[question.key]));
  }
  return kept;
}

const tooLong = ({ key, label }: Question, answer: unknown): NotUnderstood => ({
  question: key,
  heading: label,
  text: typeof answer === "string" ? answer : JSON.stringify(answer),
});
