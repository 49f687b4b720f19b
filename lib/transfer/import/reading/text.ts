import { Unreadable } from "./unreadable.ts";

/** Gives a file anew, piece by piece, each time it is called. */
export type Source = () => AsyncIterable<Uint8Array>;

export type Encoding = "utf-8" | "utf-16le" | "utf-16be" | "windows-1252";

/**
 * Finds out in which characters a file is written, by reading all of it: what is no UTF-8 is taken for what Excel writes without
 * being asked.
 *
 * @throws Unreadable for what is no text
 */
export async function encodingOf(source: Source): Promise<Encoding> {
  const start = await beginningOf(source, 4096);
  refuseOthers(start);
  if (start[0] === 0xff && start[1] === 0xfe) return "utf-16le";
  if (start[0] === 0xfe && start[1] === 0xff) return "utf-16be";
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let isUtf8 = true;
  for await (const part of source()) {
    if (part.includes(0))
      throw new Unreadable("This file has bytes in it that no text has. Save it as “CSV UTF-8” and import that.");
    if (isUtf8) isUtf8 = fits(() => decoder.decode(part, { stream: true }));
  }
  if (isUtf8) isUtf8 = fits(() => decoder.decode());
  return isUtf8 ? "utf-8" : "windows-1252";
}

function fits(decode: () => unknown): boolean {
  try {
    decode();
    return true;
  } catch {
    return false;
  }
}

/** The text of a file, piece by piece, without its mark of order. */
export async function* textOf(source: Source, encoding: Encoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding);
  for await (const part of source()) {
    const text = decoder.decode(part, { stream: true });
    if (text) yield text;
  }
  const rest = decoder.decode();
  if (rest) yield rest;
}

/** The first bytes of a file. */
async function beginningOf(source: Source, most: number): Promise<Uint8Array> {
  for await (const part of source()) if (part.byteLength) return part.subarray(0, most);
  throw new Unreadable("This file is empty. Open it to see what is in it, save it again and import that.");
}

const others: readonly { starts: string; what: string }[] = [
  {
    starts: "PK\x03\x04",
    what: "This is an Excel workbook or another packed file. Save its sheet as “CSV UTF-8” and import that.",
  },
  {
    starts: "\xd0\xcf\x11\xe0",
    what: "This is an older Excel or Word file. Save the sheet of a workbook as “CSV UTF-8” and import that; save a text as .docx and fill a draft from it at /submit/word.",
  },
  { starts: "%PDF", what: "This is a PDF, which has no rows. Import a CSV or JSON file." },
  { starts: "\x1f\x8b", what: "This file is compressed. Unpack it and import what is in it." },
  { starts: "\x89PNG", what: "This is a picture. Import a CSV or JSON file." },
  { starts: "\xff\xd8\xff", what: "This is a picture. Import a CSV or JSON file." },
];

const wordFile =
  "This is a Word file, which holds one case study and no rows. Fill a draft from it at /submit/word instead.";

/** Whether a packed file is one of Word: the names of its parts stand in it as they are. */
const isOfWord = (text: string) => text.startsWith("PK\x03\x04") && /word\/(document|_rels|settings|styles)/.test(text);

function refuseOthers(start: Uint8Array): void {
  const text = Buffer.from(start).toString("latin1");
  if (isOfWord(text)) throw new Unreadable(wordFile);
  const found = others.find(({ starts }) => text.startsWith(starts));
  if (found) throw new Unreadable(found.what);
}
