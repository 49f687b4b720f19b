import { distanceWithin } from "./distance.ts";
import { olderHeadings } from "./older-headings.ts";
import type { Question, Section, Template } from "../template/questions.ts";
import { questionsOf } from "../template/templates.ts";

/** What a line of a document opens. `mixed` says what else is likely to stand there. */
export type Opened =
  | { kind: "question"; question: Question; mixed?: string; own: boolean }
  | { kind: "section"; section: Section };

/** A heading as headings are compared: no numbers before it, no signs, no case, no article before it, no remark in brackets. */
export const plainHeading = (text: string): string =>
  text
    .normalize("NFKD")
    .replace(/[\u0300-\u036f]/g, "")
    .toLowerCase()
    .replace(/[’'`]/g, "")
    .replaceAll("&", " and ")
    .trimStart()
    .replace(/^(?:(?:section|question|part|q)?\s*\d+(?:\.\d+)*|[a-z]|[ivx]+)\s*[.):]\s+/u, "")
    .replace(/\([^()]*\)|\[[^[\]]*\]/g, " ")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim()
    .replace(/^(?:the|our|a|an)\s+/, "")
    .replace(/\s+(?:the|our)\s+/g, " ");

/** Makes what finds a template's question, or section, by a heading. */
export function headingsOf(template: Template) {
  const known = new Map<string, Opened>();
  const add = (name: string, opened: Opened) =>
    void (known.has(plainHeading(name)) || known.set(plainHeading(name), opened));
  const questions = questionsOf(template);
  // A declaration's label is no heading of a document: its words are what is read.
  const headed = questions.filter(({ kind }) => kind !== "declaration");
  for (const question of headed) add(question.label, { kind: "question", question, own: true });
  for (const section of template.sections) add(section.title, { kind: "section", section });
  for (const { names, means, mixed } of olderHeadings) {
    const question = means.map((key) => headed.find((one) => one.key === key)).find((one) => one !== undefined);
    if (question)
      for (const name of names) add(name, { kind: "question", question, own: false, ...(mixed && { mixed }) });
  }
  // "Project" or "need" alone may be a heading of ours; with anything else they are anybody's words.
  const likeable = [...known].filter(([name, opened]) => isOwn(opened) || wordsOf(name).length > 1);
  return {
    /** What exactly this heading opens. */
    exactly: (text: string): Opened | null => known.get(plainHeading(text)) ?? null,
    /** What a heading like this opens: a slip of the pen is passed over. */
    nearly: (text: string): Opened | null => known.get(plainHeading(text)) ?? slipOf(plainHeading(text), likeable),
    /** What a heading with these words among a few others opens. Only where such headings are to be expected. */
    loosely: (text: string): Opened | null => within(plainHeading(text), likeable),
  };
}

export type Headings = ReturnType<typeof headingsOf>;

const small = new Set([
  "the",
  "our",
  "a",
  "an",
  "of",
  "and",
  "we",
  "is",
  "was",
  "in",
  "for",
  "to",
  "this",
  "it",
  "with",
]);
const wordsOf = (text: string) => text.split(" ").filter((word) => word && !small.has(word));

const isOwn = (opened: Opened) => opened.kind === "section" || opened.own;

type Known = readonly (readonly [name: string, opened: Opened])[];
const longestHeading = 100;

function slipOf(text: string, known: Known): Opened | null {
  if (!text || text.length > longestHeading) return null;
  const like = known.find(([name]) => name.length > 5 && distanceWithin(text, name, name.length > 9 ? 2 : 1));
  return like?.[1] ?? null;
}

function within(text: string, known: Known): Opened | null {
  if (!text || text.length > longestHeading) return null;
  const words = wordsOf(text);
  const found = known.filter(([name]) => {
    const own = wordsOf(name);
    return own.length > 0 && own.every((word) => words.includes(word)) && words.length <= own.length + 2;
  });
  const [longest, second] = found.toSorted(([a], [b]) => wordsOf(b).length - wordsOf(a).length);
  // Two questions that are named alike are for the person to tell apart.
  if (!longest || (second && wordsOf(second[0]).length === wordsOf(longest[0]).length && !same(longest[1], second[1])))
    return null;
  return longest[1];
}

const same = (one: Opened, other: Opened) =>
  one.kind === "question" && other.kind === "question" ? one.question === other.question : one === other;
