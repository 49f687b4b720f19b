import { Readable } from "node:stream";
import { CsvError, parse } from "csv-parse";
import { listColumns, readHead, type Head } from "#lib/domain/imports/columns.ts";
import { shown, wrong, type Finding } from "#lib/domain/imports/findings.ts";
import { importLimits } from "#lib/domain/imports/limits.ts";
import type { RawRow } from "#lib/domain/imports/read-row.ts";
import { inFigures } from "#lib/domain/template/text.ts";
import { Unreadable } from "./unreadable.ts";

export interface Rows {
  notes: string[];
  rows: AsyncIterable<RawRow>;
}

interface Record {
  record: string[];
  info: { lines: number };
}

/**
 * The rows of a table with its names in the first row.
 *
 * @param text the file piece by piece
 * @throws Unreadable when it is no table of case studies, also while its rows are read
 */
export async function readTable(text: AsyncIterable<string>, delimiter: string): Promise<Rows> {
  const records = recordsOf(text, delimiter)[Symbol.asyncIterator]();
  const first = await records.next();
  const names = first.done ? [] : first.value.record.map((name) => name.trim());
  const head = checkHead(names);
  return { notes: [...notesOn(head), ...notesOnKind(head)], rows: rowsOf(records, names, head) };
}

/** The mark between the cells of a table, by its first line: whatever stands there most. */
export function delimiterOf(firstLine: string): string {
  const bare = firstLine.replace(/"[^"]*"/g, "");
  const count = (mark: string) => bare.split(mark).length - 1;
  return [",", ";", "\t"].toSorted((a, b) => count(b) - count(a))[0] ?? ",";
}

async function* recordsOf(text: AsyncIterable<string>, delimiter: string): AsyncGenerator<Record> {
  const parser = Readable.from(text, { objectMode: true }).pipe(
    parse({
      ...{ delimiter, bom: true, info: true, encoding: "utf8" },
      ...{ relax_column_count: true, skip_empty_lines: true, max_record_size: importLimits.row },
    }),
  );
  try {
    for await (const record of parser as AsyncIterable<Record>) yield record;
  } catch (error) {
    throw error instanceof CsvError ? new Unreadable(tableWords(error)) : error;
  }
}

function tableWords({ code, lines }: CsvError): string {
  const where = `near line ${String(lines)}`;
  if (code === "CSV_MAX_RECORD_SIZE")
    return `This table cannot be read ${where}: one row has more than ${inFigures(importLimits.row)} characters. A quotation mark may be missing.`;
  return `This table cannot be read ${where}: a quotation mark is missing or stands where none belongs. Put cells with quotation marks in quotation marks, each doubled.`;
}

/** @throws Unreadable when nothing can be made of the names of columns */
function checkHead(names: readonly string[]): Head {
  if (names.length > importLimits.columns)
    throw new Unreadable(
      `This table has ${names.length} columns; ${importLimits.columns} are the most. Take out what is not in the list of columns.`,
    );
  const head = readHead(names, listColumns());
  if (head.twice.length)
    throw new Unreadable(
      `Two columns are for the same: ${head.twice.map((name) => `“${shown(name)}”`).join(", ")}. Take one of them out.`,
    );
  if (!head.columns.some((column) => column?.name === "title"))
    throw new Unreadable(
      "No column is called “title”. The first row has to have the names of the columns, as in the empty file that can be downloaded here.",
    );
  return head;
}

/** What to say about the columns of a whole file. */
export function notesOn({ unknown, ignored }: Head): string[] {
  const listed = (names: readonly string[]) =>
    names
      .slice(0, 30)
      .map((name) => `“${shown(name)}”`)
      .join(", ");
  return [
    ...(unknown.length ? [`Nothing is known by these names, so they are not read: ${listed(unknown)}.`] : []),
    ...(ignored.length ? [`The site makes these itself, so they are not read: ${listed(ignored)}.`] : []),
  ];
}

/** Why every row was read as what it was, where the file says nothing of it: one with a “link” may have meant a source. */
function notesOnKind({ columns }: Head): string[] {
  const saysKind = columns.some((column) => column?.own === "kind" || column?.name === "source");
  if (saysKind) return [];
  return [
    "The file has no column “source” and none called “kind”, so each row was read as a whole case study. Give signposts the address they lead to in a column “source”.",
  ];
}

async function* rowsOf(records: AsyncIterator<Record>, names: readonly string[], head: Head): AsyncGenerator<RawRow> {
  let place = 1;
  for (let next = await records.next(); !next.done; next = await records.next()) {
    place += 1;
    const { record } = next.value;
    if (record.every((cell) => cell.trim() === "")) continue;
    const cells = head.columns.flatMap((column, index) =>
      column ? [{ column, heading: names[index] ?? "", value: unescaped(record[index] ?? "") }] : [],
    );
    const address = head.address === null ? "" : (record[head.address] ?? "");
    yield { place, cells, address, findings: raggedness(record, names) };
  }
}

/** An apostrophe by which our own files keep a spreadsheet from running a text. */
const unescaped = (cell: string) => cell.replace(/^'(?='*[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20])/, "");

function raggedness(record: readonly string[], names: readonly string[]): Finding[] {
  const beyond = record.slice(names.length).some((cell) => cell.trim() !== "");
  if (record.length === names.length || (record.length > names.length && !beyond)) return [];
  const message = `This row has ${record.length} cells and the first row ${names.length}. Look for a missing separator or quotation mark`;
  return [wrong("", "", message)];
}
