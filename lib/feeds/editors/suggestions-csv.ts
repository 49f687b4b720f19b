import type { SuggestionRow } from "#lib/data/review/suggestions.ts";
import { csvRecord } from "#lib/feeds/csv.ts";
import { withoutAddresses } from "#lib/feeds/history-csv.ts";
import { problemName } from "#lib/domain/suggestion.ts";
import { paths } from "#lib/http/paths.ts";
import { printedAddress } from "#lib/http/site.ts";

const columns: Record<string, (row: SuggestionRow) => string> = {
  Made: ({ at }) => at.toISOString(),
  "Case study": ({ title }) => title,
  Page: ({ slug }) => (slug ? printedAddress(paths.caseStudy(slug)) : ""),
  Kind: ({ kind }) => problemName(kind) || "Suggestion",
  Text: ({ text }) => text,
  Settled: ({ handledAt }) => handledAt?.toISOString() ?? "",
  "Settled by": ({ settledBy }) => settledBy,
  Answer: ({ answer }) => answer,
};

/** The mark by which spreadsheets know UTF-8, and the names of the columns. */
export const suggestionsCsvHead = (): string => `\uFEFF${csvRecord(Object.keys(columns))}`;

/** Suggestions as lines of the file. It is passed on and kept, so who made them is not in it, and no e-mail address is. */
export const suggestionsCsvLines = (rows: readonly SuggestionRow[]): string =>
  rows.map((row) => csvRecord(Object.values(columns).map((column) => withoutAddresses(column(row))))).join("");
