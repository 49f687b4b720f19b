import type { Answers, FileAnswer } from "./answers.ts";
import { rowField, type Values } from "./fields.ts";
import type { Section } from "./questions.ts";
import { oneLine } from "./text.ts";

/** Says in a form that it lists the files of a question: one that does not leaves them as they are. */
export const listedField = (question: string) => `${question}.listed`;
/** The field that brings new files, and what is said of them beside it. */
export const addField = (question: string) => `${question}.add`;
export const newField = (question: string, part: "alt" | "credit" | "title") => `${question}.new.${part}`;

const mostRows = 50;
const parts = ["attachment", "title", "alt", "credit"] as const;

/**
 * What a form says of the files it lists, in the order they are to have.
 *
 * @param asked the button that was pressed: "up:images:2" moves a row up, "remove:images:2" leaves it out
 */
export function readFileAnswers(section: Section, values: Values, asked: string): Answers {
  const listed = section.questions.filter(({ kind, key }) => kind === "files" && values(listedField(key)).length > 0);
  return Object.fromEntries(listed.map(({ key }) => [key, moved(rowsOf(key, values, asked), key, asked)]));
}

/** What is said of a new file. */
export function readNewFile(question: string, values: Values): Omit<FileAnswer, "attachment"> {
  const said = (part: "alt" | "credit" | "title") => oneLine(values(newField(question, part))[0] ?? "");
  return { title: said("title"), alt: said("alt"), credit: said("credit") };
}

function rowsOf(key: string, values: Values, asked: string): FileAnswer[] {
  const rows = Array.from({ length: mostRows }, (_, index) =>
    Object.fromEntries(parts.map((part) => [part, oneLine(values(rowField(key, index, part))[0] ?? "")])),
  ) as FileAnswer[];
  return rows.filter(({ attachment }, index) => attachment && asked !== `remove:${key}:${index}`);
}

function moved(rows: FileAnswer[], key: string, asked: string): FileAnswer[] {
  const [, way, question, row] = /^(up|down):(\w+):(\d+)$/.exec(asked) ?? [];
  const from = Number(row);
  const to = way === "up" ? from - 1 : from + 1;
  const [one, other] = [rows[from], rows[to]];
  if (question !== key || !one || !other) return rows;
  return rows.with(from, other).with(to, one);
}
