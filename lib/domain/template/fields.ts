import { file, link, measure } from "./answers.ts";
import type { Answers } from "./answers.ts";
import type { Question, Section } from "./questions.ts";
import { readMonth } from "../calendar/written-month.ts";
import { tidy } from "./text.ts";

/** Gives every value that a form sent under a name, in order. */
export type Values = (name: string) => readonly string[];

const rowShapes = {
  measures: Object.keys(measure.shape),
  links: Object.keys(link.shape),
  files: Object.keys(file.shape),
};

/** The most rows a form is read for; the template allows fewer, and says so. */
const mostRows = 30;

/** The name of one field of a row in a form. */
export const rowField = (question: string, index: number, part: string) => `${question}.${index}.${part}`;

/**
 * What a form says in answer to a section's questions, as it was typed: it may not fit. What was left empty is absent.
 * Contacts and files are kept apart from answers and are read by whoever keeps them.
 *
 * @param asked the button that was pressed: "remove:measures:2" leaves out the third row as it was sent
 */
export function readAnswers(section: Section, values: Values, asked = ""): Answers {
  const read = section.questions.filter(({ kind }) => kind !== "contact" && kind !== "files");
  const given = read.map((question) => [question.key, readAnswer(question, values, asked)] as const);
  return Object.fromEntries(given.filter(([, answer]) => !isEmpty(answer)));
}

function readAnswer(question: Question, values: Values, asked: string): unknown {
  const first = tidy(values(question.key)[0] ?? "");
  switch (question.kind) {
    case "month":
      return monthIn(question.key, values);
    case "choices":
    case "councils":
      return values(question.key).map(tidy).filter(Boolean);
    case "measures":
    case "links":
    case "files":
      return readRows(question.key, rowShapes[question.kind], values, asked);
    case "markdown":
      return withListMarks(first);
    case "declaration":
      return values(question.key).includes("yes");
    default:
      return first;
  }
}

/** Bullets as a word processor pastes them become those that make a list here. */
const withListMarks = (text: string) =>
  text.replace(/^[ \t]*[•·▪●◦‣⁃][ \t]+/gm, "- ").replace(/^[ \t]*o\t[ \t]*/gm, "  - ");

/** "2024-02" from a month and a year, in words or figures; whatever else was typed stays readable as it was. */
function monthIn(key: string, values: Values): string {
  const [month, year] = ["month", "year"].map((part) => tidy(values(`${key}.${part}`)[0] ?? ""));
  if (!month && !year) return "";
  // A year alone, which `readMonth` takes for its January, is no month here.
  return (month && readMonth(`${month} ${year}`.trim(), "from")) || `${year}-${month}`;
}

/** The month and the year that `monthIn` put together. */
export function partsOfMonth(answer: unknown): { month: string; year: string } {
  const [year = "", month = ""] = typeof answer === "string" ? answer.split(/-(.*)/s) : [];
  return { month: month.replace(/^0(?=\d$)/, ""), year };
}

function readRows(key: string, parts: readonly string[], values: Values, asked: string): Record<string, string>[] {
  const rows = Array.from({ length: mostRows }, (_, index) =>
    Object.fromEntries(parts.map((part) => [part, tidy(values(rowField(key, index, part))[0] ?? "")])),
  );
  // Counted before empty ones go: the button names a row as it stood in the form.
  return rows.filter((row, index) => asked !== `remove:${key}:${index}` && Object.values(row).some(Boolean));
}

const isEmpty = (answer: unknown) =>
  answer === "" || answer === false || (Array.isArray(answer) && answer.length === 0);
