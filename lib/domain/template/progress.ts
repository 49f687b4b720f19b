import { z } from "zod";
import { savable, submittable, type Answers } from "./answers.ts";
import type { Question, Section, Template } from "./questions.ts";
import { questionsOf } from "./templates.ts";
import { isTelephone } from "./text.ts";

export type SectionState = "not-started" | "in-progress" | "needs-a-look" | "done";

/** One thing to put right: which question, which row and part of it, and what to do. */
export interface Gap {
  question: string;
  /** Row and part for questions that are answered in rows. */
  at: readonly (string | number)[];
  message: string;
}

/** Whom to ask about a version, as they are kept: the answer to the question names a row. */
export type ContactSaid = { email: string; phone?: string } | null;

/**
 * How far a section has come.
 *
 * @param unknown the answers that choose something there is not, or is not any more
 */
export function stateOf(
  template: Template,
  section: Section,
  answers: Answers,
  { contact, unknown }: { contact: ContactSaid; unknown: readonly Gap[] },
): SectionState {
  const unreached = unreachableIn(section, contact);
  const isUnknown = section.questions.some(({ key }) => unknown.some(({ question }) => question === key));
  if (misfitsIn(section, answers).length || (unreached.length && contact?.email) || isUnknown) return "needs-a-look";
  if (section.questions.every(({ key }) => !(key in answers))) return "not-started";
  return gapsIn(template, section, answers).length || unreached.length ? "in-progress" : "done";
}

/** What keeps readers from reaching a contact by letter, or by the telephone number it has, in the section that asks for one. */
export function unreachableIn({ questions }: Section, contact: ContactSaid): Gap[] {
  const question = questions.find(({ kind }) => kind === "contact")?.key;
  if (!question || !contact) return [];
  const [mailed, rung] = [z.email().safeParse(contact.email).success, isTelephone(contact.phone ?? "")];
  return [
    ...(mailed
      ? []
      : [{ question, at: ["email"], message: "Enter the contact’s e-mail address, like team@council.gov.uk" }]),
    ...(rung
      ? []
      : [{ question, at: ["phone"], message: "Enter a telephone number like 020 7946 0000, or leave it empty" }]),
  ];
}

/** What does not fit in a section, such as text that is too long. */
export function misfitsIn(section: Section, answers: Answers): Gap[] {
  const own = section.questions.flatMap(({ key }) => (key in answers ? [[key, answers[key]]] : []));
  return gapsFrom(savable(section).safeParse(Object.fromEntries(own)));
}

/** Everything a section still needs before its version can be submitted. */
export function gapsIn(template: Template, section: Section, answers: Answers): Gap[] {
  const own = new Set(section.questions.map(({ key }) => key));
  return gapsOf(template, answers).filter(({ question }) => own.has(question));
}

/** Everything a version still needs before it can be submitted, in the order of the template. */
export function gapsOf(template: Template, answers: Answers): Gap[] {
  const order = new Map(questionsOf(template).map(({ key }, index) => [key, index]));
  const gaps = gapsFrom(submittable(template).safeParse(answers));
  return gaps.toSorted((a, b) => (order.get(a.question) ?? 0) - (order.get(b.question) ?? 0));
}

/** The sections that a form asks, in order. Declarations are made when it is sent. */
export const sectionsToFill = ({ sections }: Template): Section[] =>
  sections.filter(({ questions }) => questions.some(({ kind }) => kind !== "declaration"));

/** The sections that somebody who is asked about the words has something to read in. */
export const sectionsToRead = (template: Template, answers: Answers): Section[] =>
  sectionsToFill(template).filter(({ questions }) => questions.some((question) => isToRead(question, answers)));

/** Whether an answer is words of the text. Whom to ask about it, and what was declared by sending it, are not. */
export const isToRead = ({ key, kind }: Question, answers: Answers): boolean =>
  !["contact", "declaration", "files"].includes(kind) && hasAnswer(answers[key]);

const hasAnswer = (answer: unknown): boolean =>
  Array.isArray(answer) ? answer.length > 0 : answer !== undefined && answer !== "";

/** Whether a section may be left empty. */
export const isOptional = ({ questions }: Section): boolean => questions.every(({ required }) => !required);

/** The section that asks a question. */
export const sectionOf = (template: Template, question: string): Section | null =>
  template.sections.find(({ questions }) => questions.some(({ key }) => key === question)) ?? null;

/** The section to fill after another one, or null after the last. */
export function sectionAfter(template: Template, section: Section): Section | null {
  const sections = sectionsToFill(template);
  return sections[sections.findIndex(({ key }) => key === section.key) + 1] ?? null;
}

function gapsFrom(read: {
  success: boolean;
  error?: { issues: { path: PropertyKey[]; message: string }[] } | undefined;
}): Gap[] {
  return (read.error?.issues ?? []).map(({ path: [question, ...at], message }) => {
    return {
      question: String(question),
      at: at.map((part) => (typeof part === "number" ? part : String(part))),
      message: ofRow(at, message),
    };
  });
}

/** What a row is called, by the part of it that something is said of. */
const rows: Readonly<Record<string, string>> = {
  ...{ alt: "Image", url: "Link", name: "Measure", before: "Measure", after: "Measure", unit: "Measure" },
};

/** Which row it is, as several may want the same. */
function ofRow([index, part]: readonly PropertyKey[], message: string): string {
  const row = rows[String(part)];
  return row ? `${row} ${Number(index) + 1}: ${message.charAt(0).toLowerCase()}${message.slice(1)}` : message;
}
