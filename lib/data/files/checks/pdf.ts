import { readFile } from "node:fs/promises";
import { inflateSync } from "node:zlib";
import type { FileRefusal } from "#lib/domain/files/refusals.ts";

const mostInflated = 8 * 1024 * 1024;
/** How far from its end the mark may be that ends a file: programs put little behind it, other files more. */
const mostBehind = 1024;

/** Why a PDF may not be kept. Null when nothing in it acts by itself, as far as can be seen without drawing it. */
export async function checkPdf(path: string): Promise<FileRefusal | null> {
  const text = (await readFile(path)).toString("latin1");
  const end = text.lastIndexOf("%%EOF");
  if (end === -1 || end < text.length - mostBehind) return { because: "damaged" };
  if (/PK\x03\x04|<(?:html|script|\?php)/i.test(text.slice(end))) return { because: "damaged" };
  const danger = dangerIn(text);
  return danger ? { because: danger } : null;
}

function dangerIn(text: string): "script-within" | "holds-files" | null {
  let left = mostInflated;
  for (const { said, packed } of objectsOf(text)) {
    const inflated = packed && left > 0 ? inflate(packed, left) : "";
    left -= inflated.length;
    const named = `${said} ${inflated}`.replace(/#([0-9a-f]{2})/gi, (_, code: string) =>
      String.fromCharCode(parseInt(code, 16)),
    );
    if (/\/(?:JavaScript|JS|Launch|RichMedia)(?![\w.-])/.test(named)) return "script-within";
    if (/\/EmbeddedFiles?(?![\w.-])/.test(named)) return "holds-files";
  }
  return null;
}

/** The text between the streams of a file, each with the stream after it where that holds objects. */
function* objectsOf(text: string): Generator<{ said: string; packed: string | null }> {
  for (let at = 0; at < text.length;) {
    const start = text.indexOf("stream", at);
    if (start === -1) return yield { said: text.slice(at), packed: null };
    const said = text.slice(at, start);
    const found = text.indexOf("endstream", start);
    const end = found === -1 ? text.length : found;
    const holdsObjects = /\/ObjStm\b/.test(said.slice(said.lastIndexOf("endobj") + 1));
    const first = text[start + 6] === "\r" ? start + 8 : start + 7;
    yield { said, packed: holdsObjects ? text.slice(first, end) : null };
    at = end + "endstream".length;
  }
}

function inflate(packed: string, most: number): string {
  try {
    return inflateSync(Buffer.from(packed, "latin1"), { maxOutputLength: most }).toString("latin1");
  } catch {
    return "";
  }
}
