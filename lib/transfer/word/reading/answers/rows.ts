import type { contactLines } from "#lib/domain/word/rows.ts";
import { columnsOf, fileColumn } from "#lib/domain/word/rows.ts";
import { plainHeading } from "#lib/domain/word/headings.ts";
import {
  linesOf,
  paragraphsIn,
  textOf,
  type Block,
  type Cell,
  type Inline,
  type Table,
} from "../../document/blocks.ts";
import { linksIn } from "./links.ts";

/** Rows of a question that is answered in rows, and whatever could not be read as one. */
export interface Rows {
  rows: Record<string, string>[];
  rest: Block[];
}

/** How our own documents mark the row of a file. */
export const fileAnchorOf = (id: string) => `file_${id.replaceAll("-", "")}`;

/** The file that a mark of ours stands for. */
export const fileOf = (anchors: readonly string[]): string | null => {
  const [, hex] = anchors.map((name) => /^file_([0-9a-f]{32})$/.exec(name)).find(Boolean) ?? [];
  return hex ? hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5") : null;
};

/** Reads tables of measures, by the words above their columns where these are known, and lines like "passengers; 300; 1,140; people". */
export function readMeasures(blocks: readonly Block[]): Rows {
  const parts = Object.keys(columnsOf.measures);
  return readEach(blocks, {
    table: (table) => readTable(table, columnsOf.measures, measureWords),
    lines: (lines) => {
      const cellsOf = (line: readonly Inline[]) =>
        textOf(line)
          .trim()
          .split(/\s*;\s*/);
      const isRow = (line: readonly Inline[]) => {
        const { length } = cellsOf(line);
        return length >= 3 && length <= parts.length;
      };
      return {
        rows: lines.filter(isRow).map((line) => rowOf(parts, cellsOf(line))),
        rest: lines.filter((line) => !isRow(line)),
      };
    },
  });
}

const measureWords: Record<string, RegExp> = {
  name: /^(what|measure|indicator|name|metric|outcome)\b/,
  before: /^(before|baseline|from|start)\b/,
  after: /^(after|afterwards|now|to|result|end)\b/,
  unit: /^units?\b/,
};
const linkWords: Record<string, RegExp> = {
  title: /^(name|title|link|what|document)\b/,
  url: /^(address|url|web|link|where)\b/,
};

/** Reads tables and lines of links: an address with words before it, or words that lead to one. */
export function readLinks(blocks: readonly Block[]): Rows {
  return readEach(blocks, { table: (table) => readTable(table, columnsOf.links, linkWords), lines: linksIn });
}

interface Ways {
  table: (table: Table) => Record<string, string>[];
  /** Reads the lines of one paragraph. */
  lines: (lines: readonly Inline[][]) => { rows: Record<string, string>[]; rest: Inline[][] };
}

function readEach(blocks: readonly Block[], { table, lines }: Ways): Rows {
  const found: Rows = { rows: [], rest: [] };
  for (const block of blocks) {
    if (block.kind === "table") {
      found.rows.push(...table(block));
      continue;
    }
    const { rows, rest } = lines(inlineLines(block.inlines));
    found.rows.push(...rows);
    const left = rest.flatMap((line, index) => (index ? [{ kind: "break" } as const, ...line] : line));
    if (left.length) found.rest.push({ ...block, inlines: left });
  }
  return found;
}

/** The words of a paragraph by its lines, as they end where somebody began a new one within it. */
function inlineLines(inlines: readonly Inline[]): Inline[][] {
  const lines: Inline[][] = [[]];
  for (const inline of inlines) {
    if (inline.kind === "break") lines.push([]);
    else if (inline.kind === "text") lines.at(-1)?.push(inline);
  }
  return lines.filter((line) => textOf(line).trim());
}

const cellText = ({ blocks }: Cell) =>
  linesOf(blocks)
    .map((line) => line.trim())
    .filter(Boolean)
    .join(" ");

function readTable(
  table: Table,
  columns: Record<string, string>,
  words: Record<string, RegExp>,
): Record<string, string>[] {
  const parts = Object.keys(columns);
  const [head = [], ...others] = table.rows.map((row) => row.map(cellText));
  const named = head.map(
    (cell) =>
      parts.find((part) => cell === columns[part]) ?? parts.find((part) => words[part]?.test(plainHeading(cell))),
  );
  const isHead = new Set(named.filter(Boolean)).size >= Math.min(2, parts.length);
  const order = isHead ? named : parts;
  const rows = isHead ? others : [head, ...others];
  return rows.map((cells) => rowOf(order, cells)).filter((row) => Object.values(row).some(Boolean));
}

const rowOf = (parts: readonly (string | undefined)[], cells: readonly string[]) =>
  Object.fromEntries(parts.flatMap((part, index) => (part ? [[part, cells[index] ?? ""]] : [])));

/** Reads the rows of files that our own document marks. Pictures somebody put in are kept apart. */
export function readFiles(blocks: readonly Block[]): Rows {
  const found: Rows = { rows: [], rest: [] };
  for (const block of blocks) {
    if (block.kind !== "table") {
      found.rest.push(block);
      continue;
    }
    for (const row of block.rows) {
      const attachment = fileOf(
        paragraphsIn(row.flatMap(({ blocks: inside }) => inside)).flatMap(({ anchors }) => anchors),
      );
      const cells = row.slice(1).map(cellText);
      if (attachment)
        found.rows.push({ attachment, ...rowOf(cells.length > 1 ? Object.keys(columnsOf.files) : ["title"], cells) });
      else if (!isHeadOfFiles(row) && !hasPicture(row) && cells.concat(row.slice(0, 1).map(cellText)).some(Boolean))
        found.rest.push({ kind: "table", head: false, rows: [row] });
    }
  }
  return found;
}

const hasPicture = (row: readonly Cell[]) =>
  paragraphsIn(row.flatMap(({ blocks }) => blocks)).some(({ inlines }) =>
    inlines.some(({ kind }) => kind === "picture"),
  );

/** What a row says of the picture in it, in the order of our own columns. */
export const wordsBeside = (row: readonly Cell[]): Record<string, string> =>
  row.length === 1 + Object.keys(columnsOf.files).length
    ? rowOf(Object.keys(columnsOf.files), row.slice(1).map(cellText))
    : {};

const isHeadOfFiles = ([first]: readonly Cell[]) =>
  first !== undefined && Object.values(fileColumn).some((word) => word === cellText(first));

/** Reads whom to ask: lines with or without labels, in a table or not. */
export function readContact(blocks: readonly Block[]): { contact: Record<string, string>; rest: string[] } {
  const lines = blocks.flatMap((block) =>
    block.kind === "paragraph"
      ? linesOf([block])
      : block.rows.map((row) => row.map(cellText).filter(Boolean).join(": ")),
  );
  const contact: Record<string, string> = {};
  const rest: string[] = [];
  const hrefs = paragraphsIn(blocks).flatMap(({ inlines }) =>
    inlines.flatMap((one) => (one.kind === "text" && one.href ? [one.href] : [])),
  );
  const mailed = hrefs.map((href) => /^mailto:([^?]+)/i.exec(href)?.[1]).find(Boolean);
  for (const line of lines.flatMap((one) => one.split(/[|;]|,\s(?=\S+@)/)).map((one) => one.trim())) {
    const [, label = "", value = line] = /^([\p{L}\s-]{2,20}):\s*(.*)$/su.exec(line) ?? [];
    const email = /[^\s<>():;,]+@[^\s<>():;,]+\.[^\s<>():;,]+/.exec(value)?.[0];
    const phone = /(?:\+|\(?0)[\d\s()-]{8,}\d(?:\s*(?:ext|x)\.?\s*\d+)?/i.exec(value)?.[0];
    const given = value
      .replace(email ?? "", "")
      .replace(phone ?? "", "")
      .replace(/^[\s,–-]+|[\s,–-]+$/g, "");
    if (email) contact["email"] ??= email;
    if (phone) contact["phone"] ??= phone.trim();
    if (isLabel(label, "name") && value) contact["name"] ??= value;
    else if (isLabel(label, "phone") && !phone && value) contact["phone"] ??= value;
    else if (isLabel(label, "email") && !email && value) contact["email"] ??= value;
    else if (given && !label && !contact["name"]) contact["name"] = given;
    else if (given && !Object.values(labels).some((one) => one.test(plainHeading(label)))) rest.push(line);
  }
  if (mailed) contact["email"] ??= mailed;
  return { contact, rest };
}

const labels = {
  name: /^(name|contact name|contact|officer)$/,
  email: /^(e mail|email|mail|email address|e mail address)$/,
  phone: /^(telephone|tel|phone|mobile|phone number|telephone number)$/,
};
const isLabel = (label: string, part: keyof typeof contactLines) => labels[part].test(plainHeading(label));
