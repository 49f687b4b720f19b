import type { Section } from "#lib/domain/template/questions.ts";
import { readText } from "#lib/http/read-text.ts";

/** What a button did with a file of a question: the row it is in now, or null where it was removed. */
export interface MovedFile {
  question: string;
  row: number | null;
}

/** The id of what says so, which is where its reader goes on. */
export const movedId = (question: string) => `${question}-moved`;

/** Where the page goes on once a button has moved or removed a file. Null for every other button. */
export function placeOfMoved(address: string, { questions }: Section, asked: string): string | null {
  const [, way, key, row] = /^(up|down|remove):(\w+):(\d+)$/.exec(asked) ?? [];
  if (!key || !questions.some((question) => question.key === key && question.kind === "files")) return null;
  const to = way === "remove" ? key : `${key}.${Number(row) + (way === "up" ? -1 : 1)}`;
  return `${address}?moved=${to}#${movedId(key)}`;
}

/** What an address says a button did. */
export function readMoved(value: string | string[] | undefined): MovedFile | undefined {
  const [, question, row] = /^(\w+)(?:\.(\d{1,2}))?$/.exec(readText(value, 60)) ?? [];
  return question ? { question, row: row === undefined ? null : Number(row) } : undefined;
}
