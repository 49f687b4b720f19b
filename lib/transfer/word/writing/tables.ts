import {
  AlignmentType,
  BorderStyle,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  WidthType,
  type ITableBordersOptions,
  type ParagraphChild,
} from "docx";
import { ink, line } from "./look.ts";

const none = { style: BorderStyle.NONE, size: 0, color: "auto" };
const hair = { style: BorderStyle.SINGLE, size: 4, color: line };
const strong = { style: BorderStyle.SINGLE, size: 6, color: ink };
const borders: ITableBordersOptions = {
  top: strong,
  bottom: hair,
  left: none,
  right: none,
  insideHorizontal: hair,
  insideVertical: none,
};

/** As wide as the text of a page, in twentieths of a point. */
export const textWidth = 9638;

type Content = Paragraph | Table;

/** A table with a row of headings that comes again on the next page. @param shares how wide each column is beside the others */
export function tableOf(
  head: readonly string[],
  rows: readonly (readonly Content[])[][],
  shares: readonly number[],
): Table {
  const all = shares.reduce((sum, share) => sum + share, 0);
  const columnWidths = shares.map((share) => Math.floor((textWidth * share) / all));
  const cell = (children: readonly Content[], index: number) =>
    new TableCell({
      children: children.length ? children : [new Paragraph({ style: "Cell" })],
      width: { size: columnWidths[index] ?? 0, type: WidthType.DXA },
      margins: { top: 40, bottom: 40, left: index ? 120 : 0, right: 120 },
    });
  const row = (cells: readonly (readonly Content[])[], tableHeader = false) =>
    new TableRow({ tableHeader, cantSplit: tableHeader, children: cells.map(cell) });
  return new Table({
    width: { size: textWidth, type: WidthType.DXA },
    columnWidths,
    borders,
    rows: [
      row(
        head.map((text) => [new Paragraph({ style: "CellHead", text })]),
        true,
      ),
      ...rows.map((cells) => row(cells)),
    ],
  });
}

const sides = { left: AlignmentType.LEFT, center: AlignmentType.CENTER, right: AlignmentType.RIGHT } as const;

/** A table of somebody's own, its first row above the others. */
export function gridOf(
  rows: readonly (readonly (readonly ParagraphChild[])[])[],
  align: readonly (keyof typeof sides | null)[],
): Table {
  const [head = [], ...others] = rows;
  const columns = Math.max(1, ...rows.map((row) => row.length));
  const width = Math.floor(textWidth / columns);
  const cell = (children: readonly ParagraphChild[], style: string, side: keyof typeof sides | null = null) =>
    new TableCell({
      children: [new Paragraph({ style, ...(side && { alignment: sides[side] }), children: [...children] })],
      width: { size: width, type: WidthType.DXA },
      margins: { top: 40, bottom: 40, left: 60, right: 60 },
    });
  const filled = (row: readonly (readonly ParagraphChild[])[]) =>
    Array.from({ length: columns }, (_, index) => row[index] ?? []);
  return new Table({
    width: { size: textWidth, type: WidthType.DXA },
    columnWidths: Array.from({ length: columns }, () => width),
    borders,
    rows: [
      new TableRow({
        tableHeader: true,
        children: filled(head).map((one, index) => cell(one, "CellHead", align[index])),
      }),
      ...others.map(
        (row) => new TableRow({ children: filled(row).map((one, index) => cell(one, "Cell", align[index])) }),
      ),
    ],
  });
}
