import { Bookmark, Paragraph, type Table } from "docx";
import type { Question, Section } from "#lib/domain/template/questions.ts";
import { guidanceOf, namesItsSection } from "#lib/domain/word/guidance.ts";
import { fieldColumns } from "#lib/domain/word/rows.ts";
import { anchorOf } from "../reading/openers.ts";
import { answerBlocks } from "./answers.ts";
import type { WordContent } from "./content.ts";
import type { Lists } from "./lists.ts";
import { tableOf } from "./tables.ts";
import { wordsOf } from "./words.ts";

type Block = Paragraph | Table;

/** A section with its questions: short ones in a table, each of the others under a heading. */
export function sectionBlocks(section: Section, content: WordContent, lists: Lists): Block[] {
  const questions = section.questions.filter((question) => isShown(question, content));
  if (questions.length === 0) return [];
  const [first] = questions;
  const oneHeading =
    first !== undefined && !isShort(first) && first.kind !== "declaration" && namesItsSection(first, section);
  return [
    ...(oneHeading ? [] : [heading("Heading1", section.title, null)]),
    ...groupsOf(questions).flatMap((group) =>
      isShort(group[0]!)
        ? [fieldTable(group, content, lists), new Paragraph({ spacing: { after: 60 } })]
        : longBlocks(group[0]!, oneHeading && group[0] === first ? "Heading1" : "Heading2", content, lists),
    ),
  ];
}

/** A paper shows what was answered, and no declarations: these were made to the editors. */
export function isShown({ key, kind }: Question, { as, answers, contact }: WordContent): boolean {
  if (as === "form") return true;
  if (kind === "declaration") return false;
  if (kind === "contact") return contact !== null;
  const answer = answers[key];
  return Array.isArray(answer) ? answer.length > 0 : answer !== undefined && answer !== "";
}

const longestLine = 150;

const isShort = (question: Question): boolean =>
  ["choice", "choices", "month", "council", "councils"].includes(question.kind) ||
  (question.kind === "text" && question.max <= longestLine);

/** Short questions that follow one another, together; every other by itself. */
function groupsOf(questions: readonly Question[]): Question[][] {
  const groups: Question[][] = [];
  for (const question of questions) {
    const last = groups.at(-1);
    if (last && isShort(last[0]!) && isShort(question)) last.push(question);
    else groups.push([question]);
  }
  return groups;
}

const heading = (style: string, text: string, key: string | null) =>
  new Paragraph({ style, keepNext: true, children: key ? [marked(text, key)] : wordsOf(text) });

const marked = (text: string, key: string) => new Bookmark({ id: anchorOf(key), children: wordsOf(text) });

const guidance = (question: Question, { as }: WordContent) =>
  as === "form"
    ? guidanceOf(question).map((text) => new Paragraph({ style: "Guidance", keepNext: true, children: wordsOf(text) }))
    : [];

function longBlocks(question: Question, style: string, content: WordContent, lists: Lists): Block[] {
  if (question.kind === "declaration") {
    // Its words are its heading.
    const mark = new Paragraph({ style: "Small", keepNext: true, children: [marked(question.label, question.key)] });
    return [mark, ...answerBlocks(question, content, lists)];
  }
  return [
    heading(style, question.label, question.key),
    ...guidance(question, content),
    ...answerBlocks(question, content, lists),
  ];
}

function fieldTable(questions: readonly Question[], content: WordContent, lists: Lists): Table {
  const rows = questions.map((question) => [
    [
      new Paragraph({ style: "CellHead", children: [marked(question.label, question.key)] }),
      ...guidance(question, content),
    ],
    answerBlocks(question, content, lists, "Cell"),
  ]);
  return tableOf(Object.values(fieldColumns), rows, [2, 3]);
}
