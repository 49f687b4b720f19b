import type { Headings, Opened } from "#lib/domain/word/headings.ts";
import { headingsOf } from "#lib/domain/word/headings.ts";
import type { Template } from "#lib/domain/template/questions.ts";
import { textOf, type Block, type Paragraph } from "../document/blocks.ts";
import { isFrame, readFields } from "./fields.ts";
import { withoutGuidance } from "./guidance.ts";
import { looksLikeHeading, openersOf, type Openers } from "./openers.ts";
import type { Part, Taken } from "./parts.ts";

/** Our own documents keep two levels of headings for themselves; a heading of an answer has the level it has in Markdown. */
const ownLevels = 2;

/** Takes a document apart by its headings, whether these are ours, somebody's own, or the first column of a table. */
export function takeApart(template: Template, blocks: readonly Block[]): Taken {
  const headings = headingsOf(template);
  const openers = openersOf(template, headings, blocks);
  const taking: Taking = { template, headings, openers, taken: { parts: [], title: "", mixed: {} }, open: null };
  takeBlocks(withoutGuidance(template, blocks), taking);
  return taking.taken;
}

interface Taking {
  template: Template;
  headings: Headings;
  openers: Openers;
  taken: Taken;
  open: Part | null;
}

function takeBlocks(blocks: readonly Block[], at: Taking): void {
  for (const block of blocks) {
    if (block.kind === "paragraph") takeParagraph(block, at);
    else if (isFrame(block, at.openers)) for (const { blocks: inside } of block.rows.flat()) takeBlocks(inside, at);
    else takeTable(block, at);
  }
}

function takeTable(table: Extract<Block, { kind: "table" }>, at: Taking): void {
  const fields = readFields(table, at.openers, at.headings);
  if (!fields) return put(table, at);
  for (const field of fields) {
    if (field.kind === "blocks") takeBlocks(field.blocks, at);
    else {
      open(field.opened, field.heading, null, at);
      for (const block of field.blocks) put(block, at);
    }
  }
  at.open = null;
}

function takeParagraph(paragraph: Paragraph, at: Taking): void {
  if (paragraph.manner === "unread") return leaveOver(paragraph, at);
  if (paragraph.manner === "front" && !at.open) return;
  const text = textOf(paragraph.inlines).trim();
  const opened = at.openers.opens(paragraph);
  if (opened) return open(opened, text, paragraph.heading, at);
  const field = fieldOf(paragraph, at);
  if (field) {
    open(field.opened, field.label, paragraph.heading, at);
    return put({ ...paragraph, inlines: field.rest }, at);
  }
  if (paragraph.manner === "title" || (!at.taken.parts.length && !at.taken.title && looksLikeHeading(paragraph))) {
    at.taken.title ||= text;
    return;
  }
  if (closes(paragraph, at)) return open(null, text, paragraph.heading, at);
  put(paragraph, at);
}

/** A heading as high as that of the open question, which no question has, begins something else. */
function closes({ heading, manner }: Paragraph, { open: part, openers }: Taking): boolean {
  if (heading === null || manner !== "text" || !part) return false;
  return heading <= (openers.isOurs ? ownLevels : (part.level ?? 1));
}

function open(opened: Opened | null, heading: string, level: number | null, at: Taking): void {
  const key = opened?.kind === "question" ? opened.question.key : onlyQuestionOf(opened);
  if (opened?.kind === "question" && opened.mixed) at.taken.mixed[opened.question.key] = opened.mixed;
  // Below a heading of the first level, one of the second is an answer's third.
  const base = at.openers.isOurs ? 0 : (level ?? 2) - 2;
  at.open = { key, heading, level, base, blocks: [] };
  at.taken.parts.push(at.open);
}

const onlyQuestionOf = (opened: Opened | null): string | null => {
  if (opened?.kind !== "section") return null;
  const [first, second] = opened.section.questions;
  return first && !second ? first.key : null;
};

function put(block: Block, at: Taking): void {
  if (block.kind === "paragraph" && block.manner === "unread") return leaveOver(block, at);
  if (!at.open) {
    at.open = { key: null, heading: "", level: null, base: 0, blocks: [] };
    at.taken.parts.push(at.open);
  }
  at.open.blocks.push(block);
}

/** What could not be read is no answer, but a person has to know of it. */
function leaveOver(block: Block, { open: part, taken }: Taking): void {
  taken.parts.push({ key: null, heading: part?.heading ?? "", level: null, base: 0, blocks: [block] });
}

/** "Title: Night buses" in one paragraph. In the middle of a long answer, only where the label is bold. */
function fieldOf(paragraph: Paragraph, { headings, openers, open: part, template }: Taking) {
  if (openers.isOurs || paragraph.heading !== null) return null;
  const [, label = ""] = /^([^:\n]{2,60}):\s*\S/.exec(textOf(paragraph.inlines)) ?? [];
  const opened = label ? headings.exactly(label) : null;
  if (opened?.kind !== "question") return null;
  const [first] = paragraph.inlines;
  const isBold = first?.kind === "text" && first.marks.includes("strong");
  const inLong = template.sections.some(({ questions }) =>
    questions.some(({ key, kind }) => key === part?.key && kind === "markdown"),
  );
  if ((inLong && !isBold) || (opened.question.kind === "markdown" && !isBold)) return null;
  return { opened, label, rest: after(paragraph, label.length + 1) };
}

/** A paragraph's words after so many characters. */
function after({ inlines }: Paragraph, characters: number) {
  let left = characters;
  return inlines.flatMap((inline) => {
    if (inline.kind !== "text" || left <= 0) return [inline];
    const text = inline.text.slice(left);
    left -= inline.text.length;
    return text ? [{ ...inline, text: text.trimStart() }] : [];
  });
}
