import { readFile } from "node:fs/promises";
import { promisify } from "node:util";
import { inflate, type ZlibOptions } from "node:zlib";
import type { FileRefusal } from "#lib/domain/files/refusals.ts";
import { Patience, tokensFrom, TooMuchToRead } from "./pdf-tokens.ts";

/** How much its packed objects may unpack to, how many characters of it are read, and how much of what is said of a stream. */
const most = { unpacked: 32 * 1024 * 1024, read: 96 * 1024 * 1024, tokens: 200 };
/** How far from its end the mark may be that ends a file: programs put little behind it, other files more. */
const mostBehind = 1024;

type Danger = "script-within" | "holds-files" | "password" | "cannot-be-looked-through";

/** Why a PDF may not be kept. Null when nothing in it acts by itself, as far as can be seen without drawing it. */
export async function checkPdf(path: string): Promise<FileRefusal | null> {
  const bytes = await readFile(path);
  const text = bytes.toString("latin1");
  const end = text.lastIndexOf("%%EOF");
  if (end === -1 || end < text.length - mostBehind) return { because: "damaged" };
  if (/PK\x03\x04|<(?:html|script|\?php)/i.test(text.slice(end))) return { because: "damaged" };
  const danger = await dangerIn(bytes, text).catch((error: unknown) => {
    if (error instanceof TooMuchToRead) return "cannot-be-looked-through" as const;
    throw error;
  });
  return danger && { because: danger };
}

/**
 * Every place is read that a reader may take for the beginning of an object, also inside of streams and strings: which of them are
 * is for the file's own tables to say, and those may say anything.
 */
async function dangerIn(bytes: Buffer, text: string): Promise<Danger | null> {
  const patience = new Patience(most.read);
  let left = most.unpacked;
  for (const { index, 0: word } of text.matchAll(/(?<!end)obj|trailer/g)) {
    const object = await readObject(text, index + word.length, patience);
    const danger = dangerAmong(object.names);
    if (danger) return danger;
    if (!holdsObjects(object)) continue;
    const start = streamAfter(text, object.end, patience);
    if (start === null) continue;
    const first = firstOf(object);
    const objects = start && first !== null ? await unpack(bytes.subarray(start), left) : null;
    if (objects === null || first === null) return "cannot-be-looked-through";
    left -= objects.length;
    const within = await dangerWithin(objects, first, patience);
    if (within) return within;
  }
  return null;
}

function dangerAmong(names: ReadonlySet<string>): Danger | null {
  if (names.has("/Encrypt")) return "password";
  if (["/JavaScript", "/JS", "/Launch", "/RichMedia"].some((name) => names.has(name))) return "script-within";
  return ["/EmbeddedFile", "/EmbeddedFiles", "/EF"].some((name) => names.has(name)) ? "holds-files" : null;
}

interface PdfObject {
  names: Set<string>;
  /** What it begins with: what is said of a stream is short. */
  tokens: string[];
  end: number;
}

/** What stands from one place on: one value, and whatever it holds. */
async function readObject(text: string, start: number, patience: Patience): Promise<PdfObject> {
  const read: PdfObject = { names: new Set(), tokens: [], end: start };
  let depth = 0;
  for (const { token, end } of tokensFrom(text, start, patience)) {
    if (token === "endobj" || token === "obj") break;
    if (token.startsWith("/")) read.names.add(token);
    if (read.tokens.length < most.tokens) read.tokens.push(token);
    if (token === "<<" || token === "[") depth += 1;
    if (token === ">>" || token === "]") depth -= 1;
    read.end = end;
    if (patience.isPauseDue) await patience.pause();
    if (depth <= 0) break;
  }
  return read;
}

/** Whether a stream is one of objects, should one follow. Not every reader asks for its type. */
const holdsObjects = ({ names }: PdfObject) => names.has("/ObjStm") || (names.has("/First") && names.has("/N"));

/** Where a stream begins. Null where there is none, 0 where it does not begin as it has to. */
function streamAfter(text: string, end: number, patience: Patience): number | null {
  const [next] = tokensFrom(text, end, patience);
  if (!next?.token.startsWith("stream")) return null;
  const line = text.startsWith("\r\n", next.end) ? 2 : text.startsWith("\n", next.end) ? 1 : 0;
  return next.token === "stream" && line ? next.end + line : 0;
}

/**
 * Where the first of packed objects is among them. Null where they are packed in a way that nobody uses: not at all, in several
 * ways, as differences, or as something else says.
 */
function firstOf({ names, tokens }: PdfObject): number | null {
  if (tokens.length === most.tokens || ["/DecodeParms", "/DP", "/F"].some((name) => names.has(name))) return null;
  const filter = after(tokens, "/Filter");
  const [packing, end] = filter[0] === "[" ? filter.slice(1) : [filter[0], "]"];
  if (packing !== "/FlateDecode" || end !== "]") return null;
  const [first = "", next = ""] = after(tokens, "/First");
  return /^\d{1,9}$/.test(first) && /^(?:\/|>>)/.test(next) ? Number(first) : null;
}

/** The tokens behind a name that stands there once. */
function after(tokens: readonly string[], name: string): string[] {
  const at = tokens.indexOf(name);
  return at !== -1 && tokens.lastIndexOf(name) === at ? tokens.slice(at + 1, at + 4) : [];
}

/** The packed objects, wherever their stream says that it ends: what they are packed with knows better. */
async function unpack(packed: Buffer, left: number): Promise<string | null> {
  const options = { maxOutputLength: Math.max(1, left) };
  const unpacked = await promisify<Buffer, ZlibOptions, Buffer>(inflate)(packed, options).catch(() => null);
  return unpacked && unpacked.toString("latin1");
}

/** Some readers go from one object to the next, others to where each is said to begin. */
async function dangerWithin(objects: string, first: number, patience: Patience): Promise<Danger | null> {
  const head = Array.from(tokensFrom(objects.slice(0, first), 0, patience), ({ token }) => token);
  if (!head.every((number) => /^\d{1,9}$/.test(number))) return "cannot-be-looked-through";
  const inTurn = new Set<string>();
  for (const { token } of tokensFrom(objects, first, patience)) {
    if (token.startsWith("/")) inTurn.add(token);
    if (patience.isPauseDue) await patience.pause();
  }
  const places = head.filter((_, index) => index % 2 === 1).map((offset) => first + Number(offset));
  let danger = dangerAmong(inTurn);
  for (const place of danger ? [] : places) danger ??= dangerAmong((await readObject(objects, place, patience)).names);
  return danger;
}
