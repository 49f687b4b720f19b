import type { Answers } from "../template/answers.ts";
import { getTemplate, questionsOf } from "../template/templates.ts";
import type { ImportedContact, ReadRow } from "./read-row.ts";

/** What a row changes of the words as they were brought in before: questions by key. One it has no answer to any more is undefined. */
export function changesOf(row: Pick<ReadRow, "template" | "asked" | "answers">, before: Answers): Map<string, unknown> {
  const changed = questionsOf(getTemplate(row.template))
    .map(({ key }) => key)
    .filter(
      (key) => row.asked.includes(key) && !isSame(withTitles(row.answers[key], before[key], row.answers), before[key]),
    );
  return new Map(changed.map((key) => [key, row.answers[key]]));
}

/** Links that came without titles, as some files have them, with those that the same addresses had. */
function withTitles(now: unknown, before: unknown, { title }: Answers): unknown {
  if (!Array.isArray(now) || !Array.isArray(before) || now.length !== before.length) return now;
  return now.map((link: unknown, index) => {
    const old = before[index] as unknown;
    const isBare = isLink(link) && isLink(old) && link.url === old.url && (link.title === "" || link.title === title);
    return isBare ? old : link;
  });
}

const isLink = (value: unknown): value is { title: string; url: string } =>
  typeof value === "object" && value !== null && "url" in value && "title" in value;

/** Whether the contact of a row is another. A row that names none changes none. */
export const isOtherContact = (now: ImportedContact | null, before: ImportedContact | null): boolean =>
  now !== null && !isSame({ ...now }, before && { name: before.name, email: before.email, phone: before.phone });

/** Answers of a version with what a row changes. */
export function withChanges(answers: Answers, changes: ReadonlyMap<string, unknown>): Answers {
  const merged = { ...answers, ...Object.fromEntries(changes) };
  return Object.fromEntries(Object.entries(merged).filter(([, answer]) => answer !== undefined));
}

/** What the questions of a template are called. */
export function labelsOf(template: string, keys: Iterable<string>): string[] {
  const labels = new Map(questionsOf(getTemplate(template)).map(({ key, label }) => [key, label]));
  return [...keys].map((key) => labels.get(key) ?? key);
}

const isSame = (one: unknown, other: unknown): boolean => canonical(inOrder(one)) === canonical(inOrder(other));

/** What is chosen from a list is the same in any order, and nothing is the same as an empty list. */
function inOrder(value: unknown): unknown {
  if (!Array.isArray(value)) return value === "" ? undefined : value;
  if (!value.length) return undefined;
  return value.every((one) => typeof one === "string") ? value.toSorted() : value;
}

/** The same text for the same value, in whatever order its parts were written. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value) ?? "null";
  const parts = Object.entries(value).filter(([, part]) => part !== undefined);
  return `{${parts
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, part]) => `${JSON.stringify(key)}:${canonical(part)}`)
    .join(",")}}`;
}
