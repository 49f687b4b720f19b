/*
 * Some short texts make a page enormous, or take the renderer minutes: nested, repeated or tabulated beyond anything
 * a person writes. They are refused before they are kept. Each check looks at every character a fixed number of times.
 */

const deepest = 20;
const longestRun = 20;
const widest = 12;
const mostCells = 1200;
const mostMarks = 1000;

const container = /[ \t]*(?:>|(?:[-*+]|\d{1,9}[.)])(?=[ \t]|$))/y;
const run = /[*_~`[\]!<]{21}/;
const delimiterRow = /^[ \t]*[>|:-][ \t>|:-]*$/;
const opener = /(?<![\p{L}\p{N}*_~])[*_~]+(?=[^\s*_~])/gu;
const closer = /(?<=[^\s*_~])[*_~]+(?![\p{L}\p{N}*_~])/gu;

/** What keeps a Markdown text from being shown as it was meant, to follow its label. Null for any ordinary text. */
export function misfitOfMarkdown(text: string): string | null {
  const lines = text.split("\n");
  if (lines.some((line) => run.test(line))) return `must not have more than ${longestRun} marks such as * in a row`;
  if (lines.some((line) => depthOf(line) > deepest) || paragraphsOf(text).some((part) => inlineDepth(part) > deepest))
    return `must not have lists, quotes or emphasis inside one another more than ${deepest} times`;
  if (paragraphsOf(text).some((part) => (part.match(/[*_~`]+/g)?.length ?? 0) > mostMarks))
    return `must not have more than ${mostMarks} marks such as * in a paragraph`;
  const tables = lines.flatMap((line, index) => (isDelimiter(line) ? [tableAt(lines, index)] : []));
  if (tables.some(({ columns }) => columns > widest)) return `must not have a table with more than ${widest} columns`;
  const cells = tables.reduce((sum, { columns, rows }) => sum + columns * rows, 0);
  return cells > mostCells ? `must not have more than ${mostCells} cells in its tables` : null;
}

/** How many lists and quotes a line stands in: those it opens, and one for every two columns it is set in. */
function depthOf(line: string): number {
  const indent = /^[ \t]*/.exec(line)?.[0].replaceAll("\t", "    ").length ?? 0;
  let depth = Math.floor(indent / 2);
  container.lastIndex = 0;
  while (container.test(line)) depth++;
  return depth;
}

const paragraphsOf = (text: string) => text.split(/\n[ \t]*\n/);

/** How deep brackets or emphasis can lie in one another in a paragraph. */
function inlineDepth(paragraph: string): number {
  return Math.max(nesting(paragraph, /\[/g, /\]/g), nesting(paragraph, opener, closer));
}

function nesting(text: string, opening: RegExp, closing: RegExp): number {
  const at = (mark: RegExp, step: number) => [...text.matchAll(mark)].map(({ index }) => ({ index, step }));
  let [depth, most] = [0, 0];
  for (const { step } of [...at(opening, 1), ...at(closing, -1)].toSorted((a, b) => a.index - b.index)) {
    depth = Math.max(0, depth + step);
    most = Math.max(most, depth);
  }
  return most;
}

const isDelimiter = (line: string) => delimiterRow.test(line) && line.includes("-") && /[|:]/.test(line);

/** A table's size by its delimiter row. Rows go on to the next blank line; a short one is filled up with empty cells. */
function tableAt(lines: readonly string[], delimiter: number) {
  const columns = (lines[delimiter] ?? "").split("|").filter((cell) => cell.includes("-")).length;
  const end = lines.findIndex((line, index) => index > delimiter && line.trim() === "");
  return { columns, rows: (end < 0 ? lines.length : end) - delimiter };
}
