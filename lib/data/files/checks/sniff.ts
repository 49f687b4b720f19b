import { open } from "node:fs/promises";
import { fileTypeFromBuffer } from "file-type";
import type { KindName } from "#lib/domain/files/kinds.ts";

/** What the first bytes of a file say it is: a kind of ours, a zip whose kind is inside it, text, or something else by its name. */
export type Sniffed =
  | { is: Exclude<KindName, "csv"> }
  | { is: "zip" }
  | { is: "text" }
  | { is: "other"; found: string };

const enough = 4100;

/** Looks at the first bytes of a file. Its name says nothing here. */
export async function sniff(path: string): Promise<Sniffed> {
  const head = await readStart(path);
  const start = head.toString("latin1");
  if (start.startsWith("\xff\xd8\xff")) return { is: "jpeg" };
  if (start.startsWith("\x89PNG\r\n\x1a\n")) return { is: "png" };
  if (start.startsWith("RIFF") && start.slice(8, 12) === "WEBP") return { is: "webp" };
  if (/^%PDF-[12]\.\d/.test(start)) return { is: "pdf" };
  if (start.startsWith("PK\x03\x04")) return { is: "zip" };
  const known = await fileTypeFromBuffer(head).catch(() => undefined);
  if (known) return { is: "other", found: known.ext };
  if (/<svg[\s>]/i.test(start)) return { is: "other", found: "svg" };
  if (/^\s*(?:<!doctype|<html|<\?|<script|<[a-z]+[\s>]|#!|@echo)/i.test(start)) return { is: "other", found: "markup" };
  return { is: "text" };
}

async function readStart(path: string): Promise<Buffer> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(enough), 0, enough, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}
