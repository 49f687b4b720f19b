import { findByAddress, type CaseStudyPage } from "#lib/data/directory/case-studies.ts";
import { getGeneration } from "#lib/data/generation.ts";
import { spend } from "#lib/data/limits.ts";
import { publishedDocument } from "#lib/transfer/word/documents.ts";
import { hasAlready, notModified, tagFor } from "#lib/http/answers/unchanged.ts";
import { clientAddress, tooMany } from "#lib/http/limits.ts";
import { paths } from "#lib/http/paths.ts";
import { siteOrigin } from "#lib/http/site.ts";
import { wordResponse } from "#lib/http/answers/word.ts";

/** Raised when the document comes to look different with the same words in it. */
const edition = "3";

/** A case study as a Word file. Its page’s address with ".docx" behind it leads here. */
export async function GET(request: Request, { params }: RouteContext<"/case-studies/[slug]/case-study.docx">) {
  const { slug } = await params;
  // Read before anything else: an answer may be newer than its tag, never older.
  const tag = tagFor("case-study.docx", edition, await getGeneration(), slug);
  const found = await findByAddress(slug);
  switch (found.kind) {
    case "page":
      return hasAlready(request, tag) ? notModified(tag) : answer(request, found.page, tag);
    case "moved":
      return movedTo(found.to);
    case "gone":
      return new Response(null, { status: 410 });
    case "none":
      return new Response(null, { status: 404 });
  }
}

async function answer(request: Request, page: CaseStudyPage, etag: string): Promise<Response> {
  const spent = await spend("read", { address: clientAddress(request) });
  if (!spent.ok) return tooMany(spent.reason);
  const origin = siteOrigin(request.headers.get("host"));
  const bytes = await publishedDocument({
    page,
    address: origin + paths.caseStudy(page.slug),
    addressOf: ({ id, name }) => origin + paths.file(id, name),
  });
  return wordResponse(bytes, page.slug, {
    "cache-control": "no-cache",
    etag,
    ...(page.withdrawn && { "x-robots-tag": "noindex" }),
  });
}

/** Where something else than a case study took its place, there is no document of it. */
function movedTo(path: string): Response {
  const [, slug] = /^\/case-studies\/([a-z0-9-]+)$/.exec(path) ?? [];
  if (!slug) return new Response(null, { status: 410 });
  return new Response(null, { status: 301, headers: { location: paths.caseStudyAsWord(slug) } });
}
