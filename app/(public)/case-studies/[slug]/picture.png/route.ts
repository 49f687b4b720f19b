import { findByAddress } from "#lib/data/directory/case-studies.ts";
import { spend } from "#lib/data/limits.ts";
import { clientAddress, tooMany } from "#lib/http/limits.ts";
import { paths } from "#lib/http/paths.ts";
import { hasAlready, notModified, tagFor } from "#lib/http/answers/unchanged.ts";
import { pictureWords } from "../picture-words.ts";
import { drawn } from "./drawn.tsx";

/** Raised when the picture comes to look different with the same words on it. */
const edition = "1";

/** What a link to a case study looks like where it is shared. There is none of one that was withdrawn. */
export async function GET(request: Request, { params }: RouteContext<"/case-studies/[slug]/picture.png">) {
  const found = await findByAddress((await params).slug);
  switch (found.kind) {
    case "page":
      return found.page.withdrawn ? new Response(null, { status: 404 }) : answer(request, pictureWords(found.page));
    case "moved":
      return new Response(null, { status: 301, headers: { location: pictureAt(found.to) } });
    case "gone":
      return new Response(null, { status: 410 });
    case "none":
      return new Response(null, { status: 404 });
  }
}

/** A redirect may also lead to a page that has no picture. */
function pictureAt(path: string): string {
  const [, slug] = /^\/case-studies\/([a-z0-9-]+)$/.exec(path) ?? [];
  return slug ? paths.picture(slug) : path;
}

async function answer(request: Request, words: ReturnType<typeof pictureWords>): Promise<Response> {
  const tag = tagFor(edition, JSON.stringify(words));
  if (hasAlready(request, tag)) return notModified(tag);
  const spent = await spend("read", { address: clientAddress(request) });
  if (!spent.ok) return tooMany(spent.reason);
  const picture = await drawn(words, tag);
  return new Response(picture, {
    headers: {
      "content-type": "image/png",
      "content-length": String(picture.byteLength),
      "cache-control": "no-cache",
      etag: tag,
      // It is made to stand on other people's pages.
      "cross-origin-resource-policy": "cross-origin",
    },
  });
}
