import { z } from "zod";
import type { Answers } from "../template/answers.ts";
import type { Question } from "../template/questions.ts";
import { getTemplate, questionFor } from "../template/templates.ts";
import { oneLine, isTelephone } from "../template/text.ts";
import { choiceNamed, type Lists } from "./cells/choices.ts";
import { readCell } from "./cells/read-cell.ts";
import { textOf, type Value } from "./cells/values.ts";
import { templateFor, type Column } from "./columns.ts";
import { said, wrong, type Finding } from "./findings.ts";

/** A cell under the name that the file gives its column. */
export interface Cell {
  column: Column;
  heading: string;
  value: Value;
}

/** A row as it was found in a file. */
export interface RawRow {
  /** Where it begins there. */
  place: number;
  cells: readonly Cell[];
  /** The address that it has where it comes from, "" for none. */
  address?: string;
  /** What is to be said of it before it is read. */
  findings: readonly Finding[];
}

export interface ImportedContact {
  name: string;
  email: string;
  phone: string;
}

/** A row as it can be brought in, unless something about it is wrong. */
export interface ReadRow {
  place: number;
  key: string;
  /** The end of its address, where that is one of this site. */
  slug: string | null;
  template: string;
  /** The questions that the file has a column for: of what it does not ask, nothing is changed. */
  asked: readonly string[];
  answers: Answers;
  contact: ImportedContact | null;
  lead: { leadTopicId: string | null; leadSupportTypeId: string | null } | null;
  /** What the file calls the questions, by their keys. */
  headings: Readonly<Record<string, string>>;
  /** Whether text that is too long may be cut afterwards. */
  lenient: boolean;
  findings: readonly Finding[];
}

export interface Reading {
  lists: Lists;
  /** The topic that every row has besides its own. */
  topicId: string | null;
  /** Where this site is, "" where it does not know. */
  origin: string;
  /** Whether text that is too long may be cut afterwards. */
  lenient?: boolean;
}

/** Reads a row, and names everything about it that is wrong or left to do. */
export function readRow({ place, cells, address = "", findings: before }: RawRow, reading: Reading): ReadRow {
  const findings: Finding[] = [...before];
  const own = (name: string) => cells.find(({ column }) => column.own === name);
  const text = (name: string) => oneLine(textOf(own(name)?.value) ?? "");
  const source = cells.find(({ column }) => [...column.questions.values()].some(({ fact }) => fact === "source"));
  const template = templateFor(text("kind"), isGiven(source?.value));
  if (!template)
    findings.push(wrong(own("kind")?.heading ?? "kind", own("kind")?.value, "Write “case study” or “signpost”"));

  const read = readAnswers(template ?? templateFor("", false) ?? "", cells, reading, findings);
  const contact = readContact(cells, findings);
  const lead = readLead(own("lead"), reading.lists, findings);
  const slug = slugIn(address, reading.origin);
  const row = {
    place,
    slug,
    template: template ?? "",
    ...read,
    contact,
    lead,
    key: keyOf(text("reference"), read.answers),
  };
  if (!row.key)
    findings.push(
      wrong("", "", "Give the row a reference that never changes, such as a number, in a column “reference”"),
    );
  return { ...row, headings: template ? headingsOf(cells, template) : {}, lenient: reading.lenient ?? false, findings };
}

/** The end of an address of this site: a path, or below its own origin. Null for that of another. */
function slugIn(address: string, origin: string): string | null {
  const path = origin && address.startsWith(`${origin}/`) ? address.slice(origin.length) : address;
  return /^\/case-studies\/([a-z0-9-]+)$/.exec(path)?.[1] ?? null;
}

/** Whether a cell holds anything. */
const isGiven = (value: Value): boolean => (Array.isArray(value) ? value.length > 0 : textOf(value)?.trim() !== "");

function readAnswers(template: string, cells: readonly Cell[], reading: Reading, findings: Finding[]) {
  const answers: Answers = {};
  const asked: string[] = [];
  for (const { column, heading, value } of cells) {
    if (column.own) continue;
    const question = column.questions.get(template);
    if (!question) {
      if (isGiven(value))
        findings.push(
          wrong(heading, value, `A ${getTemplate(template).name.toLowerCase()} has no answer to this. Leave it empty`),
        );
      continue;
    }
    asked.push(question.key);
    const read = readCell(question, value, reading.lists, reading.lenient);
    findings.push(...read.wrong.map((one) => wrong(heading, one.value, one.message)));
    if (read.answer !== undefined) answers[question.key] = titled(question, read.answer, cells);
  }
  const topics = reading.topicId ? questionFor(getTemplate(template), "topics") : null;
  if (topics) addTopic(topics, answers, asked, reading.topicId ?? "");
  return { answers, asked };
}

/** A source that is an address alone is called by the title of what it leads to. */
function titled({ fact }: Question, answer: unknown, cells: readonly Cell[]): unknown {
  if (fact !== "source" || !Array.isArray(answer)) return answer;
  const title = cells.find(({ column }) => column.name === "title")?.value;
  return answer.map((link: { title: string }) =>
    link.title ? link : { ...link, title: cut(oneLine(textOf(title) ?? ""), 150) },
  );
}

/** A text's beginning, without half a character at its end. */
const cut = (text: string, length: number) => text.slice(0, length).replace(/[\uD800-\uDBFF]$/, "");

function addTopic({ key, ...question }: Question, answers: Answers, asked: string[], topicId: string) {
  const own = (answers[key] as string[] | undefined) ?? [];
  const most = "maxItems" in question ? question.maxItems : own.length + 1;
  if (!asked.includes(key)) asked.push(key);
  if (!own.includes(topicId) && own.length < most) answers[key] = [...own, topicId];
}

function readContact(cells: readonly Cell[], findings: Finding[]): ImportedContact | null {
  const cell = (name: string) => cells.find(({ column }) => column.own === name);
  const part = (name: string) => oneLine(textOf(cell(name)?.value) ?? "");
  const [name, email, number] = [part("contactName"), part("contactEmail").toLowerCase(), part("contactPhone")];
  // A contact can go without one, and "n/a" stands in many a column of numbers.
  const phone = isTelephone(number) ? number : "";
  if (!name && !email && !number) return null;
  // Whom it is about is not repeated in a report.
  const say = (column: string, message: string) => findings.push(wrong(cell(column)?.heading ?? column, "", message));
  if (!z.email().safeParse(email).success || email.length > 254)
    say("contactEmail", "Write one e-mail address, like team@council.gov.uk");
  if (name.length > 200) say("contactName", "Shorten it to 200 characters");
  if (number.length > 50) say("contactPhone", "Shorten it to 50 characters");
  else if (phone !== number)
    findings.push(
      said("note", "Left out, as it is no telephone number", cell("contactPhone")?.heading ?? "contactPhone"),
    );
  return { name, email, phone };
}

function readLead(cell: Cell | undefined, { topics, supportTypes }: Lists, findings: Finding[]): ReadRow["lead"] {
  const text = oneLine(textOf(cell?.value) ?? "");
  if (!cell || !text) return null;
  const topic = choiceNamed(text, topics);
  const supportType = topic ? null : choiceNamed(text, supportTypes);
  if (!topic && !supportType)
    findings.push(wrong(cell.heading, cell.value, "Write the name of a topic or of a support type"));
  return { leadTopicId: topic?.id ?? null, leadSupportTypeId: supportType?.id ?? null };
}

/** What a row is known by for ever: its reference, or for a signpost where it leads. */
function keyOf(reference: string, answers: Answers): string {
  const [source] = (answers["source"] as { url: string }[] | undefined) ?? [];
  return (reference || source?.url || "").slice(0, 500);
}

/** The names that the file gives the questions of a template. */
function headingsOf(cells: readonly Cell[], template: string): Record<string, string> {
  return Object.fromEntries(
    cells.flatMap(({ column, heading }) => {
      const question = column.questions.get(template);
      return question ? [[question.key, heading] as const] : [];
    }),
  );
}
