/** The reports there are, in the order of their page, with the names of their files. */
export const reports = [
  { key: "months", file: "casebook-sent-and-published" },
  { key: "days", file: "casebook-days-to-decision" },
  { key: "queue", file: "casebook-queue-ages" },
  { key: "topics", file: "casebook-quiet-topics" },
  { key: "reviews", file: "casebook-reviews-due" },
] as const;

export type ReportKey = (typeof reports)[number]["key"];

/** A report by its name. Null for a name that is none. */
export const findReport = (name: string) => reports.find(({ key }) => key === name) ?? null;

/** How many months a report by month looks back, with the present one. */
export const monthsBack = 24;

/** For how many months a topic may go without a new case study before it is said. */
export const quietMonths = 12;

/** How many months after the present one the reviews are counted of. */
export const monthsAhead = 3;
