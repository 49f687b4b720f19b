import { db } from "#lib/data/db.ts";
import { importLimits, longestImportReason, longestSource } from "#lib/domain/imports/limits.ts";
import { ok, refuse, type Result } from "#lib/domain/result.ts";
import { lengthOf, oneLine, tidy } from "#lib/domain/template/text.ts";
import { mayImport, type Actor } from "#lib/domain/workflow/decide.ts";

type Person = Extract<Actor, { kind: "person" }>;

interface Request {
  /** Null where somebody at the machine imports into a directory that has no editor yet. */
  actor: Person | null;
  fileName: string;
  /** The file, piece by piece. */
  parts: AsyncIterable<Uint8Array>;
  source: string;
  topicId?: string | null;
  base?: string;
  publish?: boolean;
  reason?: string;
  now?: Date;
}

export type AskRefusal =
  | "not-allowed"
  | "reason-missing"
  | "reason-too-long"
  | "source-missing"
  | "source-too-long"
  | "too-large"
  | "empty";

const partBytes = 256 * 1024;
const longestName = 200;

/** Keeps a file of case studies to be looked through. Nothing is brought in before somebody has confirmed it. */
export async function askForImport({
  actor,
  parts,
  topicId = null,
  base = "",
  publish = false,
  now = new Date(),
  ...asked
}: Request): Promise<Result<string, AskRefusal>> {
  const source = oneLine(asked.source);
  const reason = tidy(asked.reason ?? "");
  if ((publish || actor) && !(actor && mayImport(publish, actor))) return refuse("not-allowed");
  if (publish && !reason) return refuse("reason-missing");
  if (lengthOf(reason) > longestImportReason) return refuse("reason-too-long");
  if (!source) return refuse("source-missing");
  if (lengthOf(source) > longestSource) return refuse("source-too-long");

  const fileName = oneLine(asked.fileName).slice(-longestName) || "file";
  const row = { source, fileName, topicId, base, publish, reason, personId: actor?.id ?? null, createdAt: now };
  // Nobody takes it before all of it is there.
  const { id } = await db.import.create({ data: { ...row, bytes: 0, stage: "arriving" } });
  const bytes = await keepParts(id, parts);
  if (bytes === 0 || bytes > importLimits.bytes) {
    await db.import.delete({ where: { id } });
    return refuse(bytes === 0 ? "empty" : "too-large");
  }
  await db.import.update({ where: { id }, data: { bytes, stage: "waiting" } });
  return ok(id);
}

/** @returns how many bytes there were, or more than may be as soon as there are */
async function keepParts(importId: string, parts: AsyncIterable<Uint8Array>): Promise<number> {
  let [bytes, position, size] = [0, 0, 0];
  let held: Uint8Array[] = [];
  const keep = async () => {
    const data = { importId, position, bytes: Uint8Array.from(Buffer.concat(held)) };
    if (size) await db.importPart.create({ data });
    [held, size, position] = [[], 0, position + 1];
  };
  for await (const part of parts)
    for (let from = 0; from < part.byteLength; from += partBytes) {
      const piece = part.subarray(from, from + partBytes);
      bytes += piece.byteLength;
      if (bytes > importLimits.bytes) return bytes;
      held.push(piece);
      size += piece.byteLength;
      if (size >= partBytes) await keep();
    }
  await keep();
  return bytes;
}
