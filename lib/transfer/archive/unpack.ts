import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";
import type { Readable, Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { buffer } from "node:stream/consumers";
import { createGunzip } from "node:zlib";
import { extract } from "tar-stream";
import type { z } from "zod";
import { headSchema, readEntryName, tailSchema, type Head, type Tail } from "./contents.ts";
import { createFileSums } from "./file-sums.ts";
import { headBytes, isSealed, SealBroken, unseal } from "./seal.ts";

/** Why an archive is not one to restore from. */
export class ArchiveBroken extends Error {}

export type Part =
  | { kind: "rows"; table: string; rows: Buffer }
  /** Its check, which has to be waited for once it has been read, throws where the file is not as it was. */
  | { kind: "file"; key: string; bytes: number; content: Readable; check: () => Promise<void> }
  | { kind: "secret"; secret: string };

export interface Opened {
  head: Head;
  /** What it holds, in order. Each has to be read to its end before the next. */
  parts(): AsyncGenerator<Part>;
  /** What it says it holds, once everything has been read and the files are as it says. */
  tail(): Tail;
  close(): void;
}

const damaged = "The archive is damaged, or no archive of this program";
const mostBytes = 64 * 2 ** 20;

/**
 * Opens an archive for reading from first to last.
 *
 * @param key what it was sealed with, if it was
 * @throws ArchiveBroken in words, here or while it is read: damaged, cut short, with another key, or no archive at all
 */
export async function openArchive(path: string, key: string | undefined): Promise<Opened> {
  const start = await firstBytes(path);
  const sealed = isSealed(start);
  if (sealed && key === undefined)
    throw new ArchiveBroken("The archive is encrypted: set BACKUP_KEY to what it was made with");
  const tar = extract();
  const stages = sealed ? [unsealed(key ?? "", start), createGunzip()] : [createGunzip()];
  const reading = pipeline([createReadStream(path, { start: sealed ? headBytes : 0 }), ...stages, tar]);
  // Who reads the entries is told at once; why, is known here.
  reading.catch(() => undefined);
  const entries = tar[Symbol.asyncIterator]();
  const sums = createFileSums();
  let tail: Tail | null = null;

  async function next() {
    const { value, done } = await entries.next();
    if (done) return null;
    const is = readEntryName(value.header.name);
    if (!is) throw new ArchiveBroken(`The archive holds “${value.header.name}”, which none of ours does`);
    return { is, size: value.header.size ?? 0, content: value as unknown as Readable };
  }
  const whole = async (size: number, content: Readable) => {
    if (size > mostBytes) throw new ArchiveBroken(damaged);
    return buffer(content);
  };

  async function check(key: string) {
    const sum = await next();
    const said = sum?.is.kind === "sum" && sum.is.key === key && String(await whole(sum.size, sum.content));
    if (said !== sums.last()) throw new ArchiveBroken(`The file ${key} in the archive is damaged`);
  }

  async function* parts(): AsyncGenerator<Part> {
    for (let entry = await next(); entry; entry = await next()) {
      const { is, size, content } = entry;
      if (tail || is.kind === "head") throw new ArchiveBroken(damaged);
      if (is.kind === "rows") yield { ...is, rows: await whole(size, content) };
      else if (is.kind === "secret") yield { ...is, secret: String(await whole(size, content)) };
      else if (is.kind === "tail") tail = readJson(tailSchema, await whole(size, content));
      else if (is.kind === "sum") throw new ArchiveBroken(damaged);
      else yield { ...is, bytes: size, content: through(content, sums.next(is.key)), check: () => check(is.key) };
    }
    await reading;
  }

  try {
    const first = await next();
    if (first?.is.kind !== "head") throw new ArchiveBroken("The file is no archive of this program");
    const head = readJson(headSchema, await whole(first.size, first.content));
    return {
      head,
      parts: () => inWords(parts(), reading),
      tail() {
        if (!tail) throw new ArchiveBroken("The archive was cut short");
        if (JSON.stringify(tail.files) !== JSON.stringify(sums.total()))
          throw new ArchiveBroken("A file in the archive is damaged");
        return tail;
      },
      close: () => tar.destroy(),
    };
  } catch (error) {
    tar.destroy();
    throw await causeOf(error, reading);
  }
}

/** What failed first, of the streams that a file passes through. */
async function causeOf(error: unknown, reading: Promise<unknown>): Promise<unknown> {
  // What was refused here destroyed the streams, and not they it.
  if (error instanceof ArchiveBroken) return error;
  return asBroken(
    await reading.then(
      () => error,
      (cause: unknown) => cause,
    ),
  );
}

/** Passes a failure on, as pipe() does not. */
function through(from: Readable, by: Transform): Transform {
  from.on("error", (error) => by.destroy(error));
  return from.pipe(by);
}

async function* inWords<Value>(values: AsyncGenerator<Value>, reading: Promise<unknown>): AsyncGenerator<Value> {
  try {
    yield* values;
  } catch (error) {
    throw await causeOf(error, reading);
  }
}

/** What the streams say of an archive that is not as it was written, in words. Anything else is no fault of the archive. */
export function asBroken(error: unknown): unknown {
  // The store of files says what failed it.
  const cause = error instanceof Error && error.cause ? asBroken(error.cause) : null;
  if (cause instanceof ArchiveBroken) return cause;
  if (error instanceof SealBroken)
    return new ArchiveBroken(
      error.reason === "wrong-key" ? "BACKUP_KEY is not what the archive was encrypted with" : damaged,
    );
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  if (code === "Z_BUF_ERROR" || (error instanceof Error && /end of data/i.test(error.message)))
    return new ArchiveBroken("The archive was cut short");
  if (code.startsWith("Z_") || (error instanceof Error && /tar/i.test(error.message)))
    return new ArchiveBroken(damaged);
  return error;
}

function unsealed(key: string, start: Buffer) {
  try {
    return unseal(key, start);
  } catch (error) {
    throw asBroken(error);
  }
}

function readJson<Schema extends z.ZodType>(schema: Schema, bytes: Buffer): z.infer<Schema> {
  try {
    return schema.parse(JSON.parse(String(bytes)));
  } catch {
    throw new ArchiveBroken("The archive is of another version of this program, or damaged");
  }
}

async function firstBytes(path: string): Promise<Buffer> {
  const file = await open(path, "r");
  try {
    const { buffer: bytes, bytesRead } = await file.read(Buffer.alloc(headBytes), 0, headBytes, 0);
    return bytes.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}
