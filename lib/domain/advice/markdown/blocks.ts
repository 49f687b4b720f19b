import { inlineOf, type Inline } from "./inline.ts";
import { cellsOf, isDelimiter, isRow } from "./tables.ts";

/** A piece of Markdown as a reader meets it. A list item is a paragraph; `bare` tables have no words above the columns. */
export type Block = Inline &
  ({ kind: "heading"; level: number } | { kind: "paragraph" } | { kind: "cell" } | { kind: "table"; bare: boolean });

const markers = /^(?:[ \t]*(?:>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t])))*[ \t]*/;

/** Reads Markdown as blocks of plain text, in order. Code blocks and link definitions are left out. */
export function blocksOf(markdown: string): Block[] {
  const blocks: Block[] = [];
  let open: string[] = [];
  let fence = "";
  let inTable = false;
  let inQuote = false;

  const close = () => {
    blocks.push(...closed(open));
    open = [];
    inTable = false;
  };

  for (const whole of markdown.split("\n")) {
    const marker = markers.exec(whole)?.[0] ?? "";
    const line = whole.slice(marker.length).trim();
    const [opening] = /^(?:`{3,}(?=[^`]*$)|~{3,})/.exec(line) ?? [""];

    if (fence) {
      if (line.startsWith(fence) && line.replaceAll(fence.charAt(0), "") === "") fence = "";
    } else if (opening) {
      close();
      fence = opening;
    } else if (open.length > 0 && /^(?:=+|-+)$/.test(line)) {
      const level = line.startsWith("=") ? 1 : 2;
      blocks.push({ kind: "heading", level, ...inlineOf(open.join(" ")) });
      open = [];
    } else if (line === "" || isRule(whole) || isDefinition(line)) {
      close();
    } else if (/^#{1,6}(?:[ \t]|$)/.test(line)) {
      close();
      blocks.push(heading(line));
    } else if (inTable) {
      blocks.push(...cells(line));
    } else if (isDelimiter(line) && open.at(-1)?.includes("|")) {
      const header = open.pop() ?? "";
      close();
      blocks.push(table(header), ...cells(header));
      inTable = true;
    } else {
      const quoted = marker.includes(">");
      if (/[^\s>]/.test(marker) || (quoted && !inQuote)) close();
      inQuote = quoted;
      open.push(line);
    }
  }
  close();
  return blocks;
}

/** What the lines of a paragraph turn out to be. Rows that nothing sets off from a header are a table all the same. */
function closed(lines: string[]): Block[] {
  if (lines.length === 0) return [];
  if (lines.length > 1 && lines.every(isRow)) {
    return [{ kind: "table", bare: true, ...inlineOf(lines[0] ?? "") }, ...lines.flatMap(cells)];
  }
  return [{ kind: "paragraph", ...inlineOf(lines.join(" ")) }];
}

function heading(line: string): Block {
  const level = /^#+/.exec(line)?.[0].length ?? 1;
  return { kind: "heading", level, ...inlineOf(line.slice(level).replace(/(?<!#)#+$/, "")) };
}

const table = (header: string): Block => ({
  kind: "table",
  bare: cellsOf(header).every((cell) => cell === ""),
  text: "",
  links: [],
});
const cells = (row: string): Block[] => cellsOf(row).map((cell) => ({ kind: "cell", ...inlineOf(cell) }));
const isRule = (line: string) => /^(?:[-*_]{3,}|[-*_](?: [-*_]){2,})$/.test(line.trim());
const isDefinition = (line: string) => /^\[[^\[\]]+\]:\s*\S/.test(line);
