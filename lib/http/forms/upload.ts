import { open, rm } from "node:fs/promises";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { Busboy, type BusboyFileStream, type BusboyInstance } from "@fastify/busboy";
import { mostAtOnce, mostBytes } from "#lib/domain/files/kinds.ts";
import type { Values } from "#lib/domain/template/fields.ts";
import { isCode } from "../form.ts";

/** A file that came with a form, written down as it came; one that could not be written has no path. */
export interface SentFile {
  field: string;
  /** As its sender calls it. */
  name: string;
  path: string | null;
}

export interface Upload {
  values: Values;
  typed: Record<string, string>;
  files: SentFile[];
  /** Whether it brought more files than one form may. */
  tooMany: boolean;
}

const limits = { fieldSize: 512 * 1024, fields: 600, files: mostAtOnce, fileSize: mostBytes + 1, headerPairs: 30 };
const mostText = 1024 * 1024;

/**
 * Reads a form with files as it comes. No more of a file is in memory than the piece that is being written.
 *
 * @param folder for the files, to be removed by whoever gave it; null where no file is wanted
 * @returns null when it is no such form, or breaks off: there is nobody left to tell
 */
export async function readUpload(request: Request, folder: string | null): Promise<Upload | null> {
  const fields: [string, string][] = [];
  const writing: Promise<SentFile>[] = [];
  const streams: BusboyFileStream[] = [];
  const read = { text: 0, tooMany: false };
  const parser = parserFor(request);
  if (!parser) return null;
  parser.on("field", (name, value) => {
    read.text += value.length;
    if (read.text <= mostText) fields.push([storable(name ?? ""), storable(value)]);
  });
  parser.on("file", (field, stream, name) => {
    streams.push(stream);
    // Whoever reads it hears of it; one that nobody reads must not end the process.
    stream.on("error", () => undefined);
    // A file field that is left empty comes as a file without a name.
    if (!name || folder === null) return void stream.resume();
    writing.push(write(stream, { field, name }, join(folder, `sent-${writing.length}`)));
  });
  parser.on("filesLimit", () => (read.tooMany = true));
  try {
    await pipeline(Readable.fromWeb((request.body ?? emptyBody()) as never), parser);
  } catch {
    for (const stream of streams) stream.destroy(new Error("the form broke off"));
    await Promise.allSettled(writing);
    return null;
  }
  return { ...byName(fields), files: await Promise.all(writing), tooMany: read.tooMany };
}

/** What a database keeps of any text. */
const storable = (text: string) => text.replaceAll("\0", "").toWellFormed();

/** Null where the head says that it is another kind of form, or leaves out how it is divided. */
function parserFor(request: Request): BusboyInstance | null {
  const headers = { "content-type": request.headers.get("content-type") ?? "" };
  try {
    return new Busboy({ headers, limits, preservePath: true });
  } catch {
    return null;
  }
}

const emptyBody = () => new Blob([]).stream();

/** What cannot be written is read to its end all the same, so that the rest of the form arrives. */
async function write(stream: BusboyFileStream, about: Omit<SentFile, "path">, path: string): Promise<SentFile> {
  const file = await open(path, "wx").catch(() => null);
  let failed = file === null;
  try {
    for await (const chunk of stream as AsyncIterable<Buffer>)
      // A plain write says nothing when a full disk took only part of it.
      if (!failed) await file?.appendFile(chunk).catch(() => (failed = true));
  } finally {
    await file?.close().catch(() => (failed = true));
  }
  if (failed) await rm(path, { force: true }).catch(() => undefined);
  return { ...about, path: failed ? null : path };
}

function byName(fields: readonly [string, string][]): Pick<Upload, "values" | "typed"> {
  const values = new Map<string, string[]>();
  for (const [name, value] of fields) values.set(name, [...(values.get(name) ?? []), value]);
  const told = [...values].filter(([name]) => !isCode(name));
  return {
    values: (name) => values.get(name) ?? [],
    typed: Object.fromEntries(told.map(([name, all]) => [name, all.filter(Boolean).join("\n")])),
  };
}
