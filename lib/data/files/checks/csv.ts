import { createReadStream } from "node:fs";
import type { FileRefusal } from "#lib/domain/files/refusals.ts";

/** A cell by which a spreadsheet would start a program (DDE). */
const startsProgram = /(?:^|[,;\t"\r\n])[ '"]{0,4}[=+\-@][^,;\r\n|]{0,200}\|[^,;\r\n!]{0,200}!/i;
const markup = /<(?:script|html|iframe|svg|object|embed)[\s>]/i;

/** Why a text may not be kept as a table. Null for UTF-8 without control characters. */
export async function checkCsv(path: string): Promise<FileRefusal | null> {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let before = "";
  try {
    for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
      const text = decoder.decode(chunk, { stream: true });
      if (/[\0-\x08\x0e-\x1f\x7f]/.test(text)) return { because: "not-text" };
      const seen = before + text;
      if (startsProgram.test(seen)) return { because: "formulas" };
      if (markup.test(seen)) return { because: "program" };
      before = seen.slice(-500);
    }
    decoder.decode();
    return null;
  } catch {
    return { because: "not-text" };
  }
}
