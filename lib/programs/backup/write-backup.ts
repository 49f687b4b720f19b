import { basename } from "node:path";
import { stat } from "node:fs/promises";
import type { Snapshot } from "#prisma/copy/snapshot.ts";
import type { Weight } from "#prisma/copy/tables.ts";
import { eachKept } from "#lib/data/files/copies.ts";
import { packArchive, type Packing } from "#lib/transfer/archive/pack.ts";
import { Complaint } from "../launch/complaint.ts";
import { progressBar } from "../launch/progress.ts";

interface Request {
  path: string;
  key: string | undefined;
  snapshot: Snapshot;
  secretMark: string | null;
  /** Goes into the archive. */
  secret: string | null;
  /** Ends it, and then nothing is left of it. */
  signal?: AbortSignal;
}

/** Writes a database and its files into one archive, and says what it did. @throws Complaint where it cannot be written */
export async function writeBackup({ path, key, snapshot, secretMark, secret, signal }: Request): Promise<void> {
  const begun = performance.now();
  const { migrations, tables } = snapshot;
  const weights: Record<string, Weight> = {};
  const expected = await snapshot.countFiles();
  let missing: string[] = [];
  let said = "";

  const fill = async (packing: Packing) => {
    await packing.head({ casebook: 1, at: new Date().toISOString(), migrations, tables, files: expected, secretMark });
    if (secret) await packing.secret(secret);
    const say = progressBar("Tables");
    for (const [place, table] of tables.entries()) {
      await packing.rows(table.name, snapshot.rowsOf(table));
      weights[table.name] = await snapshot.weigh(table);
      say(place + 1, tables.length);
    }
    missing = await packFiles(packing, snapshot, expected);
    const files = await packing.tail({ tables: weights, sequences: await snapshot.sequences(), missing });
    said = `${files.count} files`;
  };
  await packArchive(path, key, fill, signal).catch((error: unknown) => {
    throw inWords(error, path);
  });

  const rows = Object.values(weights).reduce((sum, weight) => sum + weight.rows, 0);
  const seconds = ((performance.now() - begun) / 1000).toFixed(1);
  const size = ((await stat(path)).size / 1e6).toFixed(1);
  console.log(
    `${basename(path)}: ${rows} rows of ${tables.length} tables and ${said}. ${size} MB in ${seconds} s, ${key ? "encrypted" : "not encrypted"}.`,
  );
  await tellOfMissing(snapshot, missing);
}

/** A row goes before its file, so a file may go that is about to be read. One whose row is still there should be there as well. */
async function tellOfMissing(snapshot: Snapshot, missing: readonly string[]): Promise<void> {
  if (!missing.length) return;
  const named = await snapshot.namedNow(missing);
  const gone = missing.filter((key) => !named.has(key));
  if (gone.length) console.log(`Not in it are ${some(gone)}, deleted while it was written.`);
  if (named.size)
    throw new Complaint(
      `It is not whole: ${some([...named])} should be where files are kept, and cannot be found. See whether FILES_DIR or FILES_URL is that of the site.`,
    );
}

const some = (keys: readonly string[]) =>
  `${keys.length} ${keys.length === 1 ? "file" : "files"} (${keys.slice(0, 5).join(", ")}${keys.length > 5 ? "…" : ""})`;

/** @returns the keys of those that had gone */
async function packFiles(packing: Packing, snapshot: Snapshot, expected: number): Promise<string[]> {
  const missing = [];
  const say = progressBar("Files");
  let done = 0;
  for await (const rows of snapshot.attachments())
    for await (const { key, file } of eachKept(rows)) {
      if (file) await packing.file(key, file);
      else missing.push(key);
      say((done += 1), expected);
    }
  return missing;
}

function inWords(error: unknown, path: string): unknown {
  const code = error instanceof Error && "code" in error ? error.code : "";
  if (code === "ENOSPC") return new Complaint(`The disk is full. Nothing was kept of ${path}.`);
  if (code === "ENOENT") return new Complaint(`There is no folder for ${path}.`);
  if (code === "EACCES" || code === "EROFS") return new Complaint(`${path} may not be written.`);
  return error;
}
