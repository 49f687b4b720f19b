import type { CaseStudyRecord } from "#lib/data/directory/records.ts";
import { recordBody } from "#lib/feeds/api/case-study.ts";
import { tableHead, tableRow } from "./table.ts";

/** A file with everything that is published. The contacts on the pages are in none of them. */
export interface DownloadFile {
  name: string;
  title: string;
  /** What is in it, for people. */
  about: string;
  type: string;
  /** Whether it is kept compressed. */
  packed: boolean;
  head: () => string;
  line: (record: CaseStudyRecord) => string;
}

export const downloadFiles: readonly DownloadFile[] = [
  {
    ...{ name: "casebook.jsonl.gz", title: "JSON Lines", type: "application/gzip", packed: true },
    about: "One case study a line, with all of its text, compressed with gzip. For programs.",
    head: () => "",
    line: (record) => `${JSON.stringify(recordBody(record))}\n`,
  },
  {
    ...{ name: "casebook.csv", title: "CSV", type: "text/csv; charset=utf-8", packed: false },
    about: "One case study a row, with all of its text. For spreadsheets.",
    head: () => tableHead(),
    line: (record) => tableRow(record),
  },
];
