import type { Entry } from "#lib/data/feeds/entries.ts";
import { rowsCell } from "#lib/domain/imports/cells/rows.ts";
import type { Question, Template } from "#lib/domain/template/questions.ts";
import { listTemplates, questionFor, questionsOf } from "#lib/domain/template/templates.ts";
import { authorOf } from "./entry.ts";
import { csvRecord } from "./csv.ts";

type Column = { name: string; of: (entry: Entry, address: (slug: string) => string) => string };

/** Kinds of answers that fit into a cell. Long texts, files, contacts and declarations do not belong in a table. */
const inCells: readonly Question["kind"][] = ["text", "choice", "choices", "month", "council", "councils", "links"];

/** The mark by which spreadsheets know UTF-8, and the names of the columns. */
export const caseStudiesCsvHead = (templates = listTemplates()): string =>
  `\uFEFF${csvRecord(columnsOf(templates).map(({ name }) => name))}`;

/** Case studies as lines of the file. */
export function caseStudiesCsvLines(
  entries: readonly Entry[],
  address: (slug: string) => string,
  templates = listTemplates(),
): string {
  const columns = columnsOf(templates);
  return entries.map((entry) => csvRecord(columns.map(({ of }) => of(entry, address)))).join("");
}

/** A column for each question of the templates that a cell can answer; questions that feed one fact share theirs. */
function columnsOf(templates: readonly Template[]): Column[] {
  const questions = new Map<string, Question>();
  for (const question of templates.flatMap(questionsOf).filter(({ kind }) => inCells.includes(kind))) {
    const key = keyOf(question);
    if (!questions.has(key)) questions.set(key, question);
  }
  return [
    { name: "Address", of: ({ slug }, address) => address(slug) },
    { name: "Published by", of: authorOf },
    { name: "First published", of: ({ publishedAt }) => publishedAt.toISOString() },
    { name: "Last changed", of: ({ changedAt }) => changedAt.toISOString() },
    ...[...questions.values()].map((question) => ({
      name: question.label,
      of: (entry: Entry) => cell(entry, question),
    })),
    { name: "Id", of: ({ id }) => id },
  ];
}

const keyOf = ({ fact, key }: Question) => (fact ? `fact ${fact}` : key);

/** What a case study answers to a question, in a reader's words. */
function cell({ template, answers, ...entry }: Entry, asked: Question): string {
  const question = asked.fact
    ? questionFor(template, asked.fact)
    : questionsOf(template).find((one) => keyOf(one) === keyOf(asked));
  const answer = question && answers[question.key];
  if (!question || answer === undefined) return "";
  switch (question.kind) {
    case "choice":
      return question.options.find(({ value }) => value === answer)?.label ?? String(answer);
    case "choices":
      return inOne(question.from === "topics" ? entry.topics.map(byName) : entry.supportTypes.map(byName));
    case "council":
      return entry.council?.name ?? "";
    case "councils":
      return inOne(entry.partners);
    case "links": {
      const rows = (answer as { url: string }[]).map(({ url }) => ({ title: "", url }));
      return rowsCell("links", rows, inOne(rows.map(({ url }) => url)));
    }
    default:
      return String(answer);
  }
}

const byName = ({ name }: { name: string }) => name;
const inOne = (values: readonly string[]) => values.join("; ");
