import type { Headings, Opened } from "#lib/domain/word/headings.ts";
import { fieldColumns } from "#lib/domain/word/rows.ts";
import { linesOf, paragraphsIn, textOf, type Block, type Cell, type Table } from "../document/blocks.ts";
import { looksLikeHeading, type Openers } from "./openers.ts";

/** A row of a table that answers a question, or words that lie across it. */
type Field =
  | { kind: "field"; opened: Opened | null; heading: string; blocks: Block[] }
  | { kind: "blocks"; blocks: Block[] };

/** Reads a table as questions and answers: questions in its first column, or above its only row. Null for a table of figures or words. */
export function readFields(table: Table, openers: Openers, headings: Headings): Field[] | null {
  const rows = table.rows.filter((row) => filledIn(row) > 0 && !isHead(row));
  const surely = (cell: Cell) => opensCell(cell, openers, headings.nearly);
  const hasOurs = [...rows.map(([label]) => label), ...(rows[0] ?? [])].some((cell) => cell && surely(cell));
  // Words like ours are a question of ours only beside one.
  const opens = (cell: Cell) => surely(cell) ?? (hasOurs ? opensCell(cell, openers, headings.loosely) : null);
  const across = openers.isOurs ? null : readAcross(rows, opens);
  if (across) return across;
  const fields = rows.map((row) => readRow(row, opens));
  const labels = rows.filter((row) => filledIn(row) > 1 || row.length > 1).length;
  const found = fields.filter((field) => field.kind === "field" && field.opened);
  // A table of figures may well have one row, or one column, that is called like a question.
  const isForm = labels > 1 ? found.length > labels / 2 : rows.every((row) => row.length < 3);
  return found.length > 0 && (isForm || openers.isOurs) ? fields : null;
}

/** The words above the columns of our own tables. */
const isHead = (row: readonly Cell[]) => row.map(headingOf).join() === Object.values(fieldColumns).join();

const filledIn = (row: readonly Cell[]) => row.filter(({ blocks }) => linesOf(blocks).join("").trim()).length;

type Opens = (label: Cell) => Opened | null;

function readRow(row: readonly Cell[], opens: Opens): Field {
  const [label, ...answers] = row;
  if (!label || answers.length === 0) return { kind: "blocks", blocks: row.flatMap(({ blocks }) => blocks) };
  const opened = opens(label);
  const heading = headingOf(label);
  // A line across the whole table, such as the name of a section.
  if (!opened && filledIn(answers) === 0) return { kind: "blocks", blocks: label.blocks };
  return { kind: "field", opened, heading, blocks: answers.flatMap(({ blocks }) => blocks) };
}

/** Two rows, of which every cell of the first names a question. */
function readAcross(rows: Cell[][], opens: Opens): Field[] | null {
  const [labels = [], answers = []] = rows;
  if (rows.length !== 2 || labels.length < 2) return null;
  const opened = labels.map(opens);
  if (opened.some((one) => one?.kind !== "question")) return null;
  return labels.map((label, index) => ({
    kind: "field",
    opened: opened[index] ?? null,
    heading: headingOf(label),
    blocks: answers[index]?.blocks ?? [],
  }));
}

const headingOf = ({ blocks }: Cell) =>
  linesOf(blocks)
    .find((line) => line.trim())
    ?.trim() ?? "";

function opensCell(cell: Cell, openers: Openers, like: Headings["nearly"]): Opened | null {
  const paragraphs = paragraphsIn(cell.blocks);
  const marked = paragraphs
    .filter(({ anchors }) => anchors.length)
    .map((one) => openers.opens(one))
    .find(Boolean);
  if (marked) return marked;
  const [first] = paragraphs.filter(({ inlines }) => textOf(inlines).trim());
  if (!first || openers.isOurs) return null;
  const text = headingOf(cell);
  return text.length <= 120 ? like(text) : null;
}

/** A table in which whole parts of a document lie, headings and all: one column, or one with headings in its cells. */
export function isFrame({ rows, head }: Table, openers: Openers): boolean {
  // In our own documents a table of one column with a head is one of somebody's answer.
  if (rows.every((row) => row.length < 2)) return !(openers.isOurs && head);
  return rows.flat().some(({ blocks }) => {
    const paragraphs = paragraphsIn(blocks).filter(({ inlines }) => textOf(inlines).trim());
    // A heading with words of its own below, or above, in the same cell.
    return (
      paragraphs.length > 1 &&
      paragraphs.some((one) => one.heading !== null && looksLikeHeading(one) && openers.opens(one))
    );
  });
}
