import { getGeneration } from "#lib/data/generation.ts";
import type { SitemapAddress } from "#lib/feeds/sitemap.ts";
import { siteOrigin } from "#lib/http/site.ts";
import { hasAlready, notModified, tagFor } from "#lib/http/answers/unchanged.ts";
import { listAddresses } from "./addresses.ts";

/** Answers with a file of the sitemap, or that it is what it was. `write` gives null where there is no such file. */
export async function answerSitemap(
  request: Request,
  write: (addresses: readonly SitemapAddress[], origin: string) => string | null,
): Promise<Response> {
  const origin = siteOrigin(request.headers.get("host"));
  const tag = tagFor(await getGeneration(), origin, new URL(request.url).pathname);
  if (hasAlready(request, tag)) return notModified(tag);
  const body = write(await listAddresses(origin), origin);
  if (body === null) return new Response(null, { status: 404 });
  return new Response(body, {
    headers: { "content-type": "application/xml; charset=utf-8", "cache-control": "no-cache", etag: tag },
  });
}
