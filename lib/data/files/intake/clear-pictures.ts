import { createWriteStream } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { once } from "node:events";
import { promisify } from "node:util";
import { crc32 } from "node:zlib";
import { buffer } from "node:stream/consumers";
import { Zip, type ZipInputFile } from "fflate";
import type { Entry, ZipFile } from "yauzl";
import { entriesOf, openZip } from "#lib/data/files/checks/zip.ts";
import { mostBytes } from "#lib/domain/files/kinds.ts";
import { blankCameraData, withoutCameraData } from "#lib/data/files/pictures/camera-data.ts";

/** Pictures cannot be packed much further, so those of a file that may be sent take hardly more; what does is none, and is not held here. */
const mostHeld = 2 * mostBytes;
const isPicture = /\.(?:jpe?g|jfif|png|webp)$/i;

/**
 * Takes what cameras wrote out of the pictures within an office file that has been looked through. All else in it stays byte for byte.
 *
 * @param path where it is
 * @param to where it is written, if any of its pictures told anything
 * @returns where the file is that is to be kept
 */
export async function clearOfficePictures(path: string, to: string): Promise<string> {
  const zip = await openZip(path);
  if (!zip) return path;
  try {
    const entries: Entry[] = [];
    const cleared = new Map<Entry, Buffer>();
    let room = mostHeld;
    for await (const entry of entriesOf(zip)) {
      entries.push(entry);
      if (!isPicture.test(entry.fileName) || entry.uncompressedSize > room) continue;
      room -= entry.uncompressedSize;
      const told = await buffer(await open(zip, entry));
      const without = withoutCameraData(told);
      if (!without.equals(told)) cleared.set(entry, without);
    }
    if (!cleared.size) return path;
    await rewrite(zip, entries, cleared, to);
    return to;
  } finally {
    zip.close();
  }
}

/** The same of a PDF, of the pictures that are not packed once more in it. */
export async function clearPdfPictures(path: string, to: string): Promise<string> {
  const file = await readFile(path);
  if (!blankCameraData(file)) return path;
  await writeFile(to, file);
  return to;
}

const open = (zip: ZipFile, entry: Entry, options = {}) =>
  promisify<Entry, object, NodeJS.ReadableStream>(zip.openReadStream.bind(zip) as never)(entry, options);

async function rewrite(zip: ZipFile, entries: readonly Entry[], cleared: ReadonlyMap<Entry, Buffer>, to: string) {
  const file = createWriteStream(to);
  const failed = new Promise<never>((_resolve, reject) => file.once("error", reject));
  failed.catch(() => undefined);
  const written = new Zip((error, piece, last) => {
    if (error) return void file.destroy(error);
    file.write(piece);
    if (last) file.end();
  });
  for (const entry of entries) {
    const picture = cleared.get(entry);
    const part = partOf(entry, picture);
    written.add(part);
    // Pictures are packed already. What is unchanged is passed on packed as it was.
    const pieces = picture ? [picture] : await open(zip, entry, { decodeFileData: false });
    for await (const piece of pieces as AsyncIterable<Buffer>) {
      part.ondata?.(null, new Uint8Array(piece), false);
      if (file.writableNeedDrain) await Promise.race([once(file, "drain"), failed]);
    }
    part.ondata?.(null, new Uint8Array(), true);
  }
  const closed = once(file, "close");
  written.end();
  await Promise.race([closed, failed]);
}

function partOf({ fileName, compressionMethod, crc32: crc, uncompressedSize }: Entry, picture?: Buffer): ZipInputFile {
  if (picture) return { filename: fileName, compression: 0, crc: crc32(picture), size: picture.length };
  return { filename: fileName, compression: compressionMethod, crc, size: uncompressedSize };
}
