import { once } from "node:events";
import { fromBufferPromise, type Entry, type ZipFile } from "yauzl";
import { wordLimits, type WordRefusal } from "#lib/domain/word/refusals.ts";
import { ok, refuse, type Result } from "#lib/domain/result.ts";
import { formatOf } from "./format.ts";
import { Refused } from "./refused.ts";

/** The parts of a Word file, by name. */
export type Parts = ReadonlyMap<string, Uint8Array>;

/** Unpacks what a Word file is read from, counting what really comes out. Nothing else in it is unpacked. */
export async function openPackage(bytes: Uint8Array): Promise<Result<Parts, WordRefusal>> {
  const format = formatOf(bytes);
  if (format !== "zip") return refuse(format);
  try {
    return ok(await unpack(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)));
  } catch (error) {
    if (error instanceof Refused) return refuse(error.reason);
    return refuse(reasonOf(error));
  }
}

async function unpack(bytes: Buffer): Promise<Parts> {
  const zip = await open(bytes);
  const entries = await listEntries(zip);
  const names = entries.map(({ fileName }) => fileName);
  if (names.some((name) => /vbaproject|vbadata/i.test(name))) throw new Refused("macros");
  const parts = new Map<string, Uint8Array>();
  let left: number = wordLimits.unpacked;
  if (entries.reduce((sum, entry) => sum + entry.uncompressedSize, 0) > left) throw new Refused("tooMuch");
  for (const entry of entries.filter(isRead)) {
    const part = await inflate(zip, entry, Math.min(left, isText(entry) ? wordLimits.text : left));
    left -= part.byteLength;
    parts.set(entry.fileName, part);
  }
  if (!parts.has("[Content_Types].xml")) throw new Refused(names.includes("mimetype") ? "openDocument" : "notWord");
  return parts;
}

function open(bytes: Buffer): Promise<ZipFile> {
  return fromBufferPromise(bytes, { lazyEntries: true, autoClose: false, strictFileNames: true, decodeStrings: true });
}

async function listEntries(zip: ZipFile): Promise<Entry[]> {
  if (zip.entryCount > wordLimits.entries) throw new Refused("tooMuch");
  const entries: Entry[] = [];
  zip.on("entry", (entry: Entry) => {
    entries.push(entry);
    zip.readEntry();
  });
  const ended = once(zip, "end");
  zip.readEntry();
  await ended;
  if (entries.some((entry) => entry.isEncrypted())) throw new Refused("password");
  if (entries.some(({ fileName }) => /(^|\/)\.\.?(\/|$)|^\/|^[a-z]:|\\|\0/i.test(fileName))) throw new Refused("names");
  return entries;
}

const isText = ({ fileName }: Entry) => /\.(xml|rels)$/i.test(fileName);
const isRead = (entry: Entry) =>
  !entry.fileName.endsWith("/") && (isText(entry) || entry.fileName.startsWith("word/media/"));

async function inflate(zip: ZipFile, entry: Entry, most: number): Promise<Uint8Array> {
  const stream = await zip.openReadStreamPromise(entry);
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    length += chunk.byteLength;
    if (length > most) throw new Refused("tooMuch");
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, length);
}

/** What the library that unpacks says of a file it will not take. */
function reasonOf(error: unknown): WordRefusal {
  const message = error instanceof Error ? error.message : "";
  if (/relative path|absolute path|invalid characters in fileName|null byte/i.test(message)) return "names";
  if (/encrypt/i.test(message)) return "password";
  if (/too many bytes/i.test(message)) return "tooMuch";
  return "damaged";
}
