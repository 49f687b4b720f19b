import { once } from "node:events";
import { promisify } from "node:util";
import yauzl, { type Entry, type ZipFile } from "yauzl";
import type { FileRefusal } from "#lib/domain/files/refusals.ts";
import { ok, refuse, type Result } from "#lib/domain/result.ts";
import { decodeXml } from "./relations.ts";

/** What is inside an office file, as far as it says what it is. */
export interface Parts {
  names: ReadonlySet<string>;
  /** The texts of the parts that say what the others are and what they lead to. */
  texts: ReadonlyMap<string, string>;
}

const bounds = { parts: 5000, bytes: 200 * 1024 * 1024, text: 4 * 1024 * 1024 };
const isTold = (name: string) => /^\[Content_Types\]\.xml$|\.rels$|^mimetype$|^META-INF\/manifest\.xml$/i.test(name);

class Refused extends Error {
  because: "damaged" | "too-large-within" | "password" | "loads-from-elsewhere";
  constructor(because: Refused["because"]) {
    super(because);
    this.because = because;
  }
}

/** Reads through a zip, every part of it to its end, counting as it grows: what it states of itself is not believed. */
export async function readParts(path: string): Promise<Result<Parts, FileRefusal>> {
  const zip = await openZip(path);
  if (!zip) return refuse({ because: "damaged" });
  const parts = { names: new Set<string>(), texts: new Map<string, string>() };
  try {
    if (zip.entryCount > bounds.parts) throw new Refused("damaged");
    let left = bounds.bytes;
    for await (const entry of entriesOf(zip)) {
      if (parts.names.has(entry.fileName)) throw new Refused("damaged");
      parts.names.add(entry.fileName);
      if (entry.generalPurposeBitFlag & 1) throw new Refused("password");
      left -= await readPart(zip, entry, left, parts.texts);
    }
    return ok(parts);
  } catch (error) {
    return refuse({ because: error instanceof Refused ? error.because : "damaged" });
  } finally {
    zip.close();
  }
}

/** A zip to read; null for what is none. Names that lead out of the folder, and sizes that do not agree, are errors of the library's. */
export async function openZip(path: string): Promise<ZipFile | null> {
  const options = { lazyEntries: true, autoClose: false, strictFileNames: true, validateEntrySizes: true } as const;
  const opening = promisify<string, yauzl.Options, ZipFile>(yauzl.open);
  return opening(path, options).catch(() => null);
}

/** Its parts in their order. */
export async function* entriesOf(zip: ZipFile): AsyncGenerator<Entry> {
  for (let read = 0; read < zip.entryCount; read++) {
    zip.readEntry();
    const [entry] = (await once(zip, "entry")) as [Entry];
    yield entry;
  }
}

async function readPart(zip: ZipFile, entry: Entry, most: number, texts: Map<string, string>): Promise<number> {
  const stream = await promisify(zip.openReadStream.bind(zip) as Open)(entry);
  const told = isTold(entry.fileName);
  const chunks: Buffer[] = [];
  const isMarkup = /\.(?:xml|rels)$/i.test(entry.fileName);
  let bytes = 0;
  let before = "";
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    if (isMarkup) before = refuseDeclarations(before, chunk);
    bytes += chunk.length;
    if (bytes > (told ? bounds.text : most)) throw new Refused("too-large-within");
    if (told) chunks.push(chunk);
  }
  if (told) texts.set(entry.fileName, decodeXml(Buffer.concat(chunks)));
  return bytes;
}

type Open = (entry: Entry, answer: (error: Error | null, stream: NodeJS.ReadableStream) => void) => void;

/** Markup may declare things of its own behind a comment of any length. @returns the end, as a word may be cut in two there */
function refuseDeclarations(before: string, chunk: Buffer): string {
  const text = before + chunk.toString("latin1").replaceAll("\0", "");
  if (/<!(?:DOCTYPE|ENTITY)/i.test(text)) throw new Refused("loads-from-elsewhere");
  return text.slice(-"<!DOCTYPE".length);
}
