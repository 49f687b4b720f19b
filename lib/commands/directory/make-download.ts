import { createHash, randomUUID } from "node:crypto";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import { db, type Queries } from "#lib/data/db.ts";
import { newKey, recordDownload, writeDownload } from "#lib/data/downloads/downloads.ts";
import { eachPublished } from "#lib/data/downloads/published.ts";
import { getGenerationIn } from "#lib/data/generation.ts";
import type { DownloadFile } from "#lib/feeds/downloads/files.ts";

const minuteMs = 60_000;

/** Makes one file of the whole directory, as it stands at one moment, and notes it as the newest of its name. */
export async function makeDownload(file: DownloadFile, now = new Date()) {
  const key = newKey(randomUUID(), file.name);
  const size = { records: 0, bytes: 0 };
  const hash = createHash("sha256");

  async function* linesOf(tx: Queries) {
    yield file.head();
    for await (const records of eachPublished(tx)) {
      size.records += records.length;
      yield records.map(file.line).join("");
    }
  }
  async function* measured(chunks: AsyncIterable<Buffer | string>) {
    for await (const chunk of chunks) {
      const bytes = Buffer.from(chunk);
      size.bytes += bytes.length;
      hash.update(bytes);
      yield bytes;
    }
  }

  const generation = await db.$transaction(
    async (tx) => {
      const number = await getGenerationIn(tx);
      const lines = Readable.from(linesOf(tx), { objectMode: false });
      const write = (chunks: AsyncIterable<Buffer>) => writeDownload(key, Readable.from(measured(chunks)));
      await (file.packed ? pipeline(lines, createGzip({ level: 9 }), write) : pipeline(lines, write));
      return number;
    },
    // One moment for all of it: what is published and how far the generation has risen are seen together.
    { isolationLevel: "RepeatableRead", timeout: 5 * minuteMs },
  );
  const made = { name: file.name, key, generation, ...size, sha256: hash.digest("hex"), madeAt: now };
  await recordDownload(made);
  return made;
}
