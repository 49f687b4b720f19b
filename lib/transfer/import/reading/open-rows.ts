import { readSavedListing } from "../saved-listing/read-saved-listing.ts";
import { looksLikeListing } from "../saved-listing/looks-like-listing.ts";
import type { Lists } from "#lib/domain/imports/cells/choices.ts";
import { objectsOf } from "./json.ts";
import { readRecords } from "./records.ts";
import { delimiterOf, readTable, type Rows } from "./table.ts";
import { encodingOf, textOf, type Encoding, type Source } from "./text.ts";
import { Unreadable } from "./unreadable.ts";

export type Format = "table" | "json" | "listing";

export interface Opened extends Rows {
  format: Format;
  encoding: Encoding;
}

interface Asked {
  lists: Lists;
  /** The address that a saved page had, against which its links are read. */
  base: string;
}

const beginning = 20_000;

/**
 * Opens a file of case studies: a table, JSON, or a saved copy of a listing, told apart by what is in it.
 *
 * @throws Unreadable for what is none of them, also while its rows are read
 */
export async function openRows(source: Source, { lists, base }: Asked): Promise<Opened> {
  const encoding = await encodingOf(source);
  const start = await startOf(textOf(source, encoding));
  if (!start.trim())
    throw new Unreadable("This file is empty. Open it to see what is in it, save it again and import that.");
  const opened = { encoding, ...(await readAs(start, textOf(source, encoding), { lists, base })) };
  return encoding === "windows-1252" ? { ...opened, notes: [inWindows, ...opened.notes] } : opened;
}

const inWindows =
  "This file is not in UTF-8. It was read as Excel writes CSV in Western Europe (Windows-1252): look at its accents and quotation marks.";

async function readAs(start: string, text: AsyncGenerator<string>, asked: Asked): Promise<Omit<Opened, "encoding">> {
  if (/^\s*[[{]/.test(start.replace("\uFEFF", ""))) return { format: "json", ...readRecords(objectsOf(text)) };
  if (looksLikeListing(start)) return { format: "listing", ...(await readSavedListing(text, asked)) };
  const [line = "", separator] = separatorLine.exec(start) ?? [];
  const delimiter = separator ?? delimiterOf(firstRowOf(start));
  return { format: "table", ...(await readTable(behind(text, line.length), delimiter)) };
}

/** Excel takes the mark between cells from a line of its own above the names, and writes one where it was there. */
const separatorLine = /^\s*"?sep=([,;|\t])"?[,;|\t ]*(?:\r\n?|\n)/i;

/** The first row, which goes on where a line ends between quotation marks. */
const firstRowOf = (start: string) => /^\s*((?:"[^"]*"|[^\r\n])*)/.exec(start)?.[1] ?? "";

async function* behind(text: AsyncIterable<string>, length: number): AsyncGenerator<string> {
  let left = length;
  for await (const piece of text) {
    if (piece.length > left) yield piece.slice(left);
    left = Math.max(0, left - piece.length);
  }
}

async function startOf(text: AsyncGenerator<string>): Promise<string> {
  let start = "";
  for await (const piece of text) {
    start += piece;
    if (start.length >= beginning) break;
  }
  return start.slice(0, beginning);
}
