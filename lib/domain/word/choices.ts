import type { Answers, FileAnswer } from "../template/answers.ts";
import type { Question, Section, Template } from "../template/questions.ts";
import type { KeptPicture, NotUnderstood, Reading } from "./reading.ts";

type Contact = Reading["contact"];

/** A question that was answered in a file, beside what is in the form. */
export interface Choice {
  question: Question;
  now: unknown;
  read: unknown;
  /** Whether there is nothing to choose. */
  same: boolean;
  /** What is chosen where nobody says anything else: the form's own words stay, unless there are none. */
  preset: Kept;
}
export type Kept = "form" | "word";

/** A picture that can be taken, or is in the form already. */
export interface PictureToChoose extends KeptPicture {
  taken: boolean;
}

/** A section with what can be chosen in it and what could not be read. */
export interface SectionToChoose {
  section: Section;
  choices: Choice[];
  pictures: PictureToChoose[];
  /** How many more pictures the section takes. */
  room: number;
  notUnderstood: NotUnderstood[];
}

/** The name of the field in which it is chosen what to keep of a question, or whether to take a picture. */
export const keepField = (question: string) => `keep.${question}`;
export const pictureField = (position: number) => `picture.${position}`;

/** What was read, section by section in the order of the template. Sections of which nothing was read are left out. */
export function sectionsToChoose(
  template: Template,
  answers: Answers,
  contact: Contact,
  reading: Reading,
): SectionToChoose[] {
  return template.sections
    .map((section) => ({
      section,
      choices: section.questions.flatMap((question) => choiceOf(question, answers, contact, reading) ?? []),
      pictures: reading.pictures
        .filter(({ question }) => section.questions.some(({ key }) => key === question))
        .map((picture) => ({ ...picture, taken: isNamedIn(filesIn(answers, picture), picture) })),
      room: Math.max(0, ...section.questions.map((question) => roomIn(question, answers))),
      notUnderstood: reading.notUnderstood.filter((one) => section.questions.some(({ key }) => key === one.question)),
    }))
    .filter(({ choices, pictures, notUnderstood }) => choices.length + pictures.length + notUnderstood.length > 0);
}

/** What no question asked for. */
export const elsewhere = ({ notUnderstood }: Reading): NotUnderstood[] =>
  notUnderstood.filter(({ question }) => question === null);

/** Whether there was nothing in the file to be read, as in a template that nobody has filled in. */
export const isEmpty = ({ answers, contact, notUnderstood, pictures, isCut, picturesLeft }: Reading): boolean =>
  Object.keys(answers).length + notUnderstood.length + pictures.length === 0 && !contact && !isCut && !picturesLeft;

/** The files that answers name for the question that takes a picture. */
export const filesIn = (answers: Answers, { question }: Pick<KeptPicture, "question">): FileAnswer[] =>
  (answers[question ?? ""] as FileAnswer[] | undefined) ?? [];

/** Whether a picture is among files: it has been taken before. */
export const isNamedIn = (files: readonly FileAnswer[], { attachment }: Pick<KeptPicture, "attachment">): boolean =>
  files.some((file) => file.attachment === attachment);

const roomIn = (question: Question, answers: Answers): number =>
  question.kind === "files" && question.accept === "images"
    ? question.maxItems - filesIn(answers, { question: question.key }).length
    : 0;

function choiceOf(question: Question, answers: Answers, contact: Contact, reading: Reading): Choice | null {
  const isContact = question.kind === "contact";
  const read = isContact ? reading.contact : reading.answers[question.key];
  if (read === undefined || read === null) return null;
  const now = isContact ? contact : answers[question.key];
  const same = plain(now) === plain(read);
  return { question, now, read, same, preset: isBlank(now) ? "word" : "form" };
}

const isBlank = (answer: unknown) =>
  answer === undefined || answer === null || answer === "" || (Array.isArray(answer) && answer.length === 0);

/** Two answers are the same where every part of them is, in whichever order these stand. */
const plain = (answer: unknown): string =>
  JSON.stringify(answer ?? null, (_key, value: unknown) =>
    value && typeof value === "object" && !Array.isArray(value)
      ? Object.fromEntries(
          Object.entries(value)
            .filter(([name]) => !["id", "caseStudyId", "confirmedAt"].includes(name))
            .toSorted(([a], [b]) => a.localeCompare(b)),
        )
      : value,
  );
