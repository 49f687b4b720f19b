/** The cells of a table row. A bar after a backslash is a character of its cell. */
export function cellsOf(row: string): string[] {
  const inner = row
    .trim()
    .replace(/^\|/, "")
    .replace(/(?<!\\)\|$/, "");
  return inner.split(/(?<!\\)\|/).map((cell) => cell.trim());
}

/** Whether a line is the row of dashes between a table's header and its body. */
export const isDelimiter = (line: string): boolean =>
  line.includes("|") && /^\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?$/.test(line);

/** Whether a line is meant as a row, as people type one: a bar at both ends. */
export const isRow = (line: string): boolean => line.length > 1 && line.startsWith("|") && line.endsWith("|");
