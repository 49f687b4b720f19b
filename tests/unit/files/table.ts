import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { eicar } from "#tests/support/files/clamd.ts";
import { anOfficeFile } from "#tests/support/files/zips.ts";

interface Row {
  kind: string;
  what: string;
  /** What it is kept as, or what whoever sent it is told, word for word. */
  answer: string;
}

/** Every file that is sent, and what it has to end with. */
export const tabled: readonly Row[] = parse(readFileSync("tests/fixtures/uploads.csv"), { columns: true });

/** Those that only a virus scanner knows. */
export const known = [
  { what: "a table that the scanner knows", name: "a.csv", bytes: Buffer.from(eicar) },
  {
    what: "a Word file with something inside that the scanner knows",
    name: "a.docx",
    bytes: anOfficeFile("docx", [{ name: "word/media/a.bin", content: eicar }]),
  },
];

/** @throws for a file that is not tabled */
export function answerTo(what: string): string {
  const row = tabled.find((one) => one.what === what);
  if (!row) throw new Error(`${what} is not in tests/fixtures/uploads.csv`);
  return row.answer;
}

/** What every list of hostile files has, OWASP's cheat sheet on file uploads among them. */
const listed = [
  ...["virus, plain and zipped", "double ending", "wrong first bytes", "SVG with a script", "zip bomb", "polyglot"],
  ...["no bytes", "limit and a byte more or less", "way out of the folder", "long name", "PDF with a script"],
  ...["where it was taken", "NUL in a name", "letter case", "no ending", "dots and spaces behind", "right to left"],
  ...["control characters", "reserved name", "NTFS stream", "server settings", "hidden file", "hyphen in front"],
  ...["script in a name", "not on the list", "script in a comment", "script of a picture library", "damaged"],
  ...["flood of pixels", "files inside", "macros", "loads from elsewhere", "entities", "entities that grow"],
  ...["way out of a zip", "password", "formulas in a table", "what is taken"],
];

/** Kinds of hostile files that a table has none of. */
export const kindsMissing = (rows: readonly Row[] = tabled): string[] =>
  listed.filter((kind) => !rows.some((row) => row.kind === kind));
