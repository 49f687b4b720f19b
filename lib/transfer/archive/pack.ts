import { createWriteStream } from "node:fs";
import { open, readdir, rename, rm, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { Readable, type Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import { pack, type Pack } from "tar-stream";
import type { KeptFile } from "#lib/data/files/copies.ts";
import { entries, type Head, type Tail } from "./contents.ts";
import { createFileSums } from "./file-sums.ts";
import { seal } from "./seal.ts";

const mostBytes = 1024 * 1024;
const day = 24 * 60 * 60 * 1000;

export interface Packing {
  head(head: Head): Promise<void>;
  rows(table: string, rows: AsyncIterable<Buffer>): Promise<void>;
  file(key: string, file: KeptFile): Promise<void>;
  secret(secret: string): Promise<void>;
  /** @returns what was said of the files */
  tail(tail: Omit<Tail, "files">): Promise<Tail["files"]>;
}

/**
 * Writes an archive while it is being filled, holding some megabytes in memory whatever comes. It has its name only once it is whole and
 * on the disk.
 *
 * @param key seals it; undefined leaves it open
 * @param signal ends it, and then nothing is left of it
 */
export async function packArchive(
  path: string,
  key: string | undefined,
  fill: (packing: Packing) => Promise<void>,
  signal?: AbortSignal,
): Promise<void> {
  await clearUnfinished(dirname(path));
  const unfinished = `${path}.unfinished`;
  const tar = pack();
  const middle: Transform[] = [createGzip({ level: 6 }), ...(key === undefined ? [] : [seal(key)])];
  const writing = pipeline(
    [tar as unknown as Readable, ...middle, createWriteStream(unfinished, { mode: 0o600, flush: true })],
    signal ? { signal } : {},
  );
  try {
    // Whichever fails first is the reason.
    await Promise.race([
      Promise.all([fill(packInto(tar)).then(() => tar.finalize()), writing]),
      writing.then(() => new Promise(() => undefined)),
    ]);
    signal?.throwIfAborted();
    await rename(unfinished, path);
    await flushFolder(path);
  } catch (error) {
    tar.destroy();
    await writing.catch(() => undefined);
    await rm(unfinished, { force: true });
    throw error;
  }
}

/** What was killed could clear nothing away, and every night has a name of its own. */
async function clearUnfinished(folder: string): Promise<void> {
  const names = await readdir(folder).catch(() => []);
  for (const name of names.filter((one) => /^casebook-.+\.unfinished$/.test(one))) {
    const found = await stat(join(folder, name)).catch(() => null);
    if (found && found.mtimeMs < Date.now() - day) await rm(join(folder, name), { force: true }).catch(() => undefined);
  }
}

function packInto(tar: Pack): Packing {
  const sums = createFileSums();
  const add = (name: string, size: number, content: Readable, ...through: Transform[]) =>
    pipeline([content, ...through, tar.entry({ name, size, mode: 0o600, mtime: new Date(0) })]);
  const addText = (name: string, text: string) => addBytes(name, Buffer.from(text));
  const addBytes = (name: string, bytes: Buffer) =>
    add(name, bytes.length, Readable.from([bytes], { objectMode: false }));

  return {
    head: (head) => addText(entries.head, JSON.stringify(head)),
    async rows(table, rows) {
      let part = 0;
      for await (const bytes of inParts(rows)) await addBytes(entries.rows(table, ++part), bytes);
    },
    async file(key, { bytes, content }) {
      await add(entries.file(key), bytes, content, sums.next(key));
      await addText(entries.sum(key), sums.last());
    },
    secret: (secret) => addText(entries.secret, secret),
    async tail(tail) {
      const files = sums.total();
      await addText(entries.tail, JSON.stringify({ ...tail, files }));
      return files;
    },
  };
}

/** An entry of a tar says its length first, so rows are gathered to some length. */
async function* inParts(rows: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let [gathered, length]: [Buffer[], number] = [[], 0];
  for await (const chunk of rows) {
    gathered.push(chunk);
    length += chunk.length;
    if (length < mostBytes) continue;
    yield Buffer.concat(gathered);
    [gathered, length] = [[], 0];
  }
  if (length) yield Buffer.concat(gathered);
}

/** A name is on the disk only when its folder is. */
async function flushFolder(path: string): Promise<void> {
  const folder = await open(path.slice(0, path.lastIndexOf("/") + 1) || ".", "r").catch(() => null);
  await folder?.sync().catch(() => undefined);
  await folder?.close();
}
