import { csvRecord } from "#lib/feeds/csv.ts";
import type { ReportRow } from "#lib/data/imports/rows.ts";
import { listColumns } from "#lib/domain/imports/columns.ts";
import { outcomeWords, weightWords } from "#lib/domain/imports/words.ts";

const head = ["Row", "Reference", "Title", "Outcome", "Kind", "Column", "Value", "What to do"];

/** The mark by which spreadsheets know UTF-8, and the names of the columns. */
export const importCsvHead = (): string => `\uFEFF${csvRecord(head)}`;

/** What was said of rows: a line for each thing, or one that says nothing was. */
export const importCsvLines = (rows: readonly ReportRow[]): string =>
  rows
    .flatMap(({ place, key, title, outcome, findings }) => {
      const about = [String(place), key, title, outcomeWords[outcome]];
      if (!findings.length) return [csvRecord([...about, "", "", "", ""])];
      return findings.map(({ weight, column, value, message }) =>
        csvRecord([...about, weightWords[weight], column, value, message]),
      );
    })
    .join("");

/** A table of case studies with nothing in it but the names of its columns. */
export const emptyTable = (): string => `\uFEFF${csvRecord(listColumns().map(({ name }) => name))}`;
