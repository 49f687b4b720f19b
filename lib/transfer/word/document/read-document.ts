import { childOf, elementsIn, isOn, valueOf, type Element } from "../package/xml.ts";
import { textOf, type Align, type Block, type Cell, type Paragraph, type Table } from "./blocks.ts";
import type { Context } from "./context.ts";
import { readInlines } from "./inlines.ts";
import { levelIn, numberingIn } from "./styles.ts";

/** Reads a document, or a part of it, as blocks in the order of its text. */
export function readBlocks(parent: Element, context: Context): Block[] {
  const blocks: Block[] = [];
  let joined: Paragraph | null = null;
  for (const element of contentOf(parent)) {
    if (element.name === "w:tbl") {
      blocks.push(readTable(element, context));
      joined = null;
      continue;
    }
    if (element.name === "w:altChunk") {
      blocks.push(unreadBlock("A part that another file was put in as, and that could not be read"));
      joined = null;
      continue;
    }
    const { paragraph, boxes, unread } = readParagraph(element, context);
    if (paragraph.manner !== "contents" && !isHidden(element, context, paragraph)) {
      const before: Paragraph | null = joined && goesOn(joined, paragraph) ? joined : null;
      if (before) before.inlines.push(...paragraph.inlines);
      else blocks.push(paragraph);
      joined = isEndTakenOut(element) ? (before ?? paragraph) : null;
    }
    for (const box of boxes) blocks.push(...readBlocks(box, context));
    blocks.push(...unread.map(unreadBlock));
  }
  return blocks;
}

/** What takes the place of something that cannot be read, so that it is not lost without a word. */
const unreadBlock = (text: string): Paragraph => ({
  ...{
    kind: "paragraph",
    manner: "unread",
    heading: null,
    list: null,
    inItem: null,
    align: null,
    anchors: [],
    rule: false,
  },
  inlines: [{ kind: "text", text, marks: [], href: null }],
});

const wrappers = new Set(["w:sdtContent", "w:ins", "w:moveTo", "w:customXml", "w:smartTag"]);

/** Paragraphs and tables, those that are wrapped in something too. */
function* contentOf(parent: Element): Generator<Element> {
  for (const element of elementsIn(parent)) {
    if (/^w:(?:p|tbl|altChunk)$/.test(element.name)) yield element;
    else if (element.name === "mc:AlternateContent") yield* firstOf(element);
    else if (wrappers.has(element.name)) yield* contentOf(element);
    else if (element.name === "w:sdt" && !isLeftOut(element)) yield* contentOf(element);
  }
}

/** Of what is there twice, for newer and older programs, the first that has anything in it. */
const firstOf = (element: Element): Element[] =>
  elementsIn(element)
    .map((way) => [...contentOf(way)])
    .find((content) => content.length > 0) ?? [];

/** A table of contents says nothing of its own, nor does a control that nobody has filled. */
function isLeftOut(control: Element): boolean {
  const properties = childOf(control, "w:sdtPr");
  const gallery = valueOf(childOf(properties, "w:docPartObj"), "w:docPartGallery");
  return gallery === "Table of Contents" || isOn(properties, "w:showingPlcHdr");
}

/** Where somebody took out the end of a paragraph, the next one goes on with it, unless either opens something of its own. */
const goesOn = (one: Paragraph, next: Paragraph) =>
  one.manner === next.manner && [one, next].every(({ heading, anchors }) => heading === null && anchors.length === 0);

const isEndTakenOut = (paragraph: Element) => childOf(childOf(childOf(paragraph, "w:pPr"), "w:rPr"), "w:del") !== null;

/** A paragraph that was moved or taken out whole leaves an empty one behind. */
const isHidden = (element: Element, { styleOf }: Context, { inlines }: Paragraph) =>
  styleOf(valueOf(childOf(element, "w:pPr"), "w:pStyle")).hidden ||
  (inlines.length === 0 && elementsIn(element).some(({ name }) => name === "w:del" || name === "w:moveFrom"));

function readParagraph(
  element: Element,
  context: Context,
): { paragraph: Paragraph; boxes: Element[]; unread: string[] } {
  const properties = childOf(element, "w:pPr");
  const style = context.styleOf(valueOf(properties, "w:pStyle"));
  const outline = valueOf(properties, "w:outlineLvl");
  const heading = outline === null ? style.heading : Number(outline) < 9 ? Number(outline) + 1 : null;
  const { inlines, anchors, boxes, rule, unread } = readInlines(element, context);
  const numbering = numberingIn(properties) ?? style.numbering;
  const list = numbering && heading === null ? context.listOf(numbering.id, numbering.level) : null;
  const isRule = rule || (inlines.length === 0 && hasBottomLine(properties));
  const inItem = style.inItem && heading === null ? levelIn(properties) : null;
  const align = alignOf(properties);
  const paragraph = {
    manner: style.manner,
    heading,
    list,
    inItem,
    align,
    inlines,
    anchors,
    rule: isRule && !textOf(inlines).trim(),
  };
  return { paragraph: { kind: "paragraph", ...paragraph }, boxes, unread };
}

function alignOf(properties: Element | null): Align | null {
  const side = valueOf(properties, "w:jc");
  return side === "center" ? "center" : side === "right" || side === "end" ? "right" : null;
}

const hasBottomLine = (properties: Element | null) =>
  /^(single|double|thick)$/.test(valueOf(childOf(properties, "w:pBdr"), "w:bottom") ?? "");

function readTable(element: Element, context: Context): Table {
  const found = [...rowsOf(element, "w:tr")];
  const rows = found.map((row) => [
    ...emptyCells(valueOf(childOf(row, "w:trPr"), "w:gridBefore")),
    ...[...rowsOf(row, "w:tc")].flatMap((cell) => readCell(cell, context)),
  ]);
  return { kind: "table", head: isOn(childOf(found[0], "w:trPr"), "w:tblHeader"), rows };
}

const mostColumns = 50;

/** The columns that a row leaves out before its first cell. */
const emptyCells = (count: string | null): Cell[] =>
  Array.from({ length: Math.min(mostColumns, Math.max(0, Number(count) || 0)) }, () => ({ blocks: [] }));

const isTakenOut = (element: Element) =>
  childOf(childOf(element, "w:trPr"), "w:del") !== null || childOf(childOf(element, "w:tcPr"), "w:cellDel") !== null;

/** Rows or cells, without those somebody took out. */
function* rowsOf(parent: Element, name: string): Generator<Element> {
  for (const element of elementsIn(parent)) {
    if (element.name === name && !isTakenOut(element)) yield element;
    else if (element.name === "w:sdt" || wrappers.has(element.name)) yield* rowsOf(element, name);
  }
}

/** A cell over several columns is followed by empty ones, so that columns stay under one another. */
function readCell(element: Element, context: Context): Cell[] {
  const properties = childOf(element, "w:tcPr");
  const span = Math.min(mostColumns, Math.max(1, Number(valueOf(properties, "w:gridSpan") ?? 1) || 1));
  const merge = childOf(properties, "w:vMerge");
  const goesOn = merge !== null && merge.attribs["w:val"] !== "restart";
  const blocks = goesOn ? [] : readBlocks(element, context);
  return [{ blocks }, ...emptyCells(String(span - 1))];
}
