/** What a file of case studies may hold. More is refused as a whole, before any of it is kept. */
export const importLimits = {
  bytes: 20 * 1024 * 1024,
  rows: 50_000,
  /** The most characters of one row. */
  row: 400_000,
  columns: 200,
} as const;

/** How long what was said of each row is kept, and the file itself where nobody brought it in. In days. */
export const daysReportsKept = 30;
export const daysFilesKept = 7;

/** In characters. A source is what a row is known by, so it is never cut. */
export const longestSource = 60;
export const longestImportReason = 1000;
