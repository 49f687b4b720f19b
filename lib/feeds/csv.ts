/** What a spreadsheet takes for the beginning of a formula, and what would read like one of ours with its apostrophe. */
const formula = /^'*[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/;

/**
 * One record of a CSV file (RFC 4180) with its line end. A text that a spreadsheet would run as a formula has an apostrophe
 * before it.
 */
export const csvRecord = (fields: readonly string[]): string => `${fields.map(fieldOf).join(",")}\r\n`;

function fieldOf(text: string): string {
  const safe = formula.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
