import { readFile } from "node:fs/promises";
import { promisify } from "node:util";
import { inflate, type ZlibOptions } from "node:zlib";

/** How much the packed objects of a PDF may unpack to until nobody wants to know any more. */
const mostUnpacked = 32 * 1024 * 1024;
/** How far from its name the bytes of a stream of packed objects may begin. */
const packedObjects = /\/ObjStm\b(?:(?!endobj)[\s\S]){0,400}?\bstream\r?\n/g;

/**
 * Whether a PDF says that it is tagged, so that a screen reader knows its headings, lists and pictures. Out: null where it cannot be
 * told, which is better than to warn for nothing.
 *
 * @param path of a file that has been looked through, so that its packed objects are packed in one way only
 */
export async function isTagged(path: string): Promise<boolean | null> {
  const bytes = await readFile(path);
  const text = bytes.toString("latin1");
  const streams = [...text.matchAll(packedObjects)];
  if (streams.length < (text.match(/\/ObjStm\b/g) ?? []).length) return null;
  let marked = saysMarked(text);
  let left = mostUnpacked;
  for (const { index, 0: head } of streams) {
    if (marked !== false) break;
    const objects = await unpack(bytes.subarray(index + head.length), left);
    if (objects === null) return null;
    left -= objects.length;
    marked = saysMarked(objects);
  }
  return marked;
}

/** What else than yes or no it says is to be found somewhere else. */
function saysMarked(text: string): boolean | null {
  if (/\/Marked\s+true\b/.test(text)) return true;
  return /\/Marked\b(?!\s+false\b)/.test(text) ? null : false;
}

async function unpack(packed: Buffer, left: number): Promise<string | null> {
  const options = { maxOutputLength: Math.max(1, left) };
  const unpacked = await promisify<Buffer, ZlibOptions, Buffer>(inflate)(packed, options).catch(() => null);
  return unpacked && unpacked.toString("latin1");
}
