import { randomUUID } from "node:crypto";
import { once } from "node:events";
import type { Readable } from "node:stream";
import type { Disk } from "flydrive";
import { keysOf, stemOfName } from "./keys.ts";
import { isMissing, openStore } from "./storage.ts";

/** A file as it is kept, to be read once. */
export interface KeptFile {
  bytes: number;
  content: Readable;
}

/** The files that some rows stand for, by their keys; null for one that has been removed. @throws where the store does not answer */
export async function* eachKept(
  rows: readonly { key: string; widths: number[] }[],
): AsyncGenerator<{ key: string; file: KeptFile | null }> {
  const disk = await openStore();
  for (const key of rows.flatMap(keysOf)) yield { key, file: await find(disk, key) };
}

async function find(disk: Disk, key: string): Promise<KeptFile | null> {
  try {
    const { contentLength } = await disk.getMetaData(key);
    const content = await disk.getStream(key);
    // A file of the disk is opened late, and may be gone by then.
    if ("pending" in content && content.pending) await once(content, "open");
    return { bytes: contentLength, content };
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}

/**
 * Keeps a file under the key it had elsewhere. It comes under a name first that nothing names, so that what may be there under its own is
 * whole at every moment, and nothing is that was not checked.
 *
 * @param check throws where what came is not as it should be
 * @throws where the key is not of our making
 */
export async function keepCopy(key: string, { bytes, content }: KeptFile, check: () => Promise<void>): Promise<void> {
  if (!stemOfName(key)) throw new Error(`“${key}” is no name of a file of ours`);
  const disk = await openStore();
  const aside = `${randomUUID()}.copy`;
  try {
    await disk.putStream(aside, content, { contentLength: bytes });
    await check();
    await disk.move(aside, key);
  } catch (error) {
    await disk.delete(aside).catch(() => undefined);
    throw error;
  }
}
