import { Paragraph, type ParagraphChild, type Table } from "docx";
import type { FileAnswer, Link, Measure } from "#lib/domain/template/answers.ts";
import type { Question } from "#lib/domain/template/questions.ts";
import { monthInWords } from "#lib/domain/calendar/written-month.ts";
import { columnsOf, contactLines } from "#lib/domain/word/rows.ts";
import type { Named, WordContent } from "./content.ts";
import { dropDown, tickBox } from "./controls.ts";
import { fileTable } from "./files.ts";
import type { Lists } from "./lists.ts";
import { markdownBlocks } from "./markdown.ts";
import { tableOf } from "./tables.ts";
import { wordsOf } from "./words.ts";

type Block = Paragraph | Table;

/** Rows that wait to be filled in below those there are. */
const emptyRows = 3;

/** An answer as its question's kind is shown. In a form, with room for more. @param style of its paragraphs */
export function answerBlocks(question: Question, content: WordContent, lists: Lists, style?: string): Block[] {
  const answer = content.answers[question.key];
  const isForm = content.as === "form";
  const paragraph = (children: readonly ParagraphChild[]) =>
    new Paragraph({ ...(style && { style }), children: [...children] });
  const lines = (texts: readonly string[]) => (texts.length ? texts : [""]).map((text) => paragraph(wordsOf(text)));
  const empty = (rows: readonly unknown[], maxItems: number) =>
    isForm ? Math.max(0, Math.min(emptyRows, maxItems - rows.length)) : 0;
  switch (question.kind) {
    case "text":
      return lines(textOf(answer).split("\n"));
    case "markdown": {
      const blocks = markdownBlocks(textOf(answer), lists);
      return blocks.length ? blocks : lines([]);
    }
    case "choice": {
      const labels = question.options.map(({ label }) => label);
      const chosen = question.options.find(({ value }) => value === answer)?.label ?? textOf(answer);
      return [paragraph(isForm ? [dropDown(question.label, question.key, labels, chosen)] : wordsOf(chosen))];
    }
    case "choices": {
      const all = content.names[question.from];
      const chosen = listOf<string>(answer).map((id) => nameOf(all, id));
      if (!isForm) return lines(chosen);
      const choices = all.filter(({ offered = true }) => offered).map(({ name }) => name);
      const places = Array.from(
        { length: Math.max(question.maxItems, chosen.length) },
        (_, index) => chosen[index] ?? "",
      );
      return places.map((one, index) =>
        paragraph([dropDown(`${question.label} ${index + 1}`, question.key, choices, one)]),
      );
    }
    case "month":
      return lines([monthInWords(textOf(answer))]);
    case "council":
      return lines([nameOf(content.names.councils, textOf(answer))]);
    case "councils":
      return lines(listOf<string>(answer).map((id) => nameOf(content.names.councils, id)));
    case "measures": {
      const rows = listOf<Measure>(answer);
      return [rowTable(columnsOf.measures, rows, empty(rows, question.maxItems), [4, 2, 2, 2])];
    }
    case "links": {
      const rows = listOf<Link>(answer);
      return [rowTable(columnsOf.links, rows, empty(rows, question.maxItems), [1, 1])];
    }
    case "files": {
      const rows = listOf<FileAnswer>(answer);
      return [
        fileTable(question, rows, content.files, question.accept === "images" ? empty(rows, question.maxItems) : 0),
      ];
    }
    case "contact":
      return contactTexts(content).map((text) => paragraph(wordsOf(text)));
    case "declaration":
      return [paragraph([tickBox(question.label, answer === true), ...wordsOf(` ${question.wording}`)])];
  }
}

/** A form has a line for everything; a paper for what there is. */
function contactTexts({ contact, as }: WordContent): string[] {
  return Object.entries(contactLines).flatMap(([part, label]) => {
    const text = contact?.[part as keyof typeof contactLines] ?? "";
    return text || as === "form" ? [`${label}: ${text}`] : [];
  });
}

const textOf = (answer: unknown) => (typeof answer === "string" ? answer : "");
const listOf = <Row>(answer: unknown) => (Array.isArray(answer) ? (answer as Row[]) : []);
const nameOf = (all: readonly Named[], id: string) => all.find((one) => one.id === id)?.name ?? id;

function rowTable(
  columns: Record<string, string>,
  rows: readonly object[],
  empty: number,
  shares: readonly number[],
): Table {
  const parts = Object.keys(columns);
  const cells = (row: Record<string, string>) =>
    parts.map((part) => [new Paragraph({ style: "Cell", children: wordsOf(row[part] ?? "") })]);
  const blank = Array.from({ length: empty }, () => ({}));
  return tableOf(
    Object.values(columns),
    [...rows, ...blank].map((row) => cells(row as Record<string, string>)),
    shares,
  );
}
