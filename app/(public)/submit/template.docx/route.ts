import { templateDocument } from "#lib/transfer/word/documents.ts";
import { spend } from "#lib/data/limits.ts";
import { getGeneration } from "#lib/data/generation.ts";
import { hasAlready, notModified, tagFor } from "#lib/http/answers/unchanged.ts";
import { clientAddress, tooMany } from "#lib/http/limits.ts";
import { wordResponse } from "#lib/http/answers/word.ts";

/** Raised when the document comes to look different with the same questions in it. */
const edition = "1";

/** The questions as a Word file. */
export async function GET(request: Request) {
  const tag = tagFor("template.docx", edition, await getGeneration());
  if (hasAlready(request, tag)) return notModified(tag);
  const spent = await spend("read", { address: clientAddress(request) });
  if (!spent.ok) return tooMany(spent.reason);
  return wordResponse(await templateDocument(), "case-study-template", { "cache-control": "no-cache", etag: tag });
}
