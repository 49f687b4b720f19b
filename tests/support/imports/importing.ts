import { randomUUID } from "node:crypto";
import { askForImport } from "#lib/commands/imports/ask-for-import.ts";
import type { Person } from "#lib/commands/imports/bring-in.ts";
import { confirmImport } from "#lib/commands/imports/confirm-import.ts";
import { holdImport } from "#lib/data/imports/holding.ts";
import { findImport, type ImportState } from "#lib/data/imports/imports.ts";
import { listRows } from "#lib/data/imports/rows.ts";
import { runImport } from "#lib/transfer/import/run-import.ts";

interface Asked {
  actor: Person | null;
  publish?: boolean;
  reason?: string;
  source?: string;
  topicId?: string;
  fileName?: string;
  base?: string;
}

async function* once(file: string | Uint8Array) {
  yield typeof file === "string" ? Buffer.from(file) : file;
}

/** Brings a file and looks it through. @returns what was found, with the first rows of it */
export async function check(file: string | Uint8Array, asked: Asked) {
  const { source = "A test", fileName = "file.csv", ...others } = asked;
  const brought = await askForImport({ source, fileName, parts: once(file), ...others });
  if (!brought.ok) throw new Error(`The import was refused: ${brought.reason}`);
  await run(brought.value);
  return reportOf(brought.value);
}

/** The same, and brings its rows in. */
export async function bring(file: string | Uint8Array, asked: Asked) {
  const { id } = await check(file, asked);
  const confirmed = await confirmImport({ id, actor: asked.actor });
  if (!confirmed.ok) throw new Error(`The import was not confirmed: ${confirmed.reason}`);
  await run(id);
  return reportOf(id);
}

/** Does what an import waits for, as the worker would. */
export async function run(id: string): Promise<void> {
  const heldBy = randomUUID();
  await holdImport(id, heldBy);
  await runImport({ id, heldBy });
}

export async function reportOf(id: string): Promise<ImportState & { rows: Awaited<ReturnType<typeof listRows>> }> {
  const state = await findImport(id);
  if (!state) throw new Error("The import is gone");
  return { ...state, rows: await listRows(id, null, 1) };
}
