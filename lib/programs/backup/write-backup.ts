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
}

/** Writes a database and its files into one archive, and says what it did. @throws Complaint where it cannot be written */
export async function writeBackup({ path, key, snapshot, secretMark, secret }: Request): Promise<void> {
  const begun = performance.now();
  const { migrations, tables } = snapshot;
  const weights: Record<string, Weight> = {};
  const expected = await snapshot.countFiles();
  let said = "";

  await packArchive(path, key, async (packing) => {
    await packing.head({ casebook: 1, at: new Date().toISOString(), migrations, tables, files: expected, secretMark });
    if (secret) await packing.secret(secret);
    const say = progressBar("Tables");
    for (const [place, table] of tables.entries()) {
      await packing.rows(table.name, snapshot.rowsOf(table));
      weights[table.name] = await snapshot.weigh(table);
      say(place + 1, tables.length);
    }
    const missing = await packFiles(packing, snapshot, expected);
    const files = await packing.tail({ tables: weights, sequences: await snapshot.sequences(), missing });
    said = `${files.count} files${missing.length ? `, and without ${missing.length} that were deleted meanwhile: ${missing.join(", ")}` : ""}`;
  }).catch((error: unknown) => {
    throw inWords(error, path);
  });

  const rows = Object.values(weights).reduce((sum, weight) => sum + weight.rows, 0);
  const seconds = ((performance.now() - begun) / 1000).toFixed(1);
  const size = ((await stat(path)).size / 1e6).toFixed(1);
  console.log(
    `${basename(path)}: ${rows} rows of ${tables.length} tables and ${said}. ${size} MB in ${seconds} s, ${key ? "encrypted" : "not encrypted"}.`,
  );
}

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
