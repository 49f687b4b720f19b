import type { Answer } from "#lib/gate/send.ts";

/**
 * What machines ask that watch over a site: `/healthz`, whether this process lives, and `/readyz`, whether it can answer readers.
 * They ask by whatever name they know, so this stands before every check. Null for any other address.
 */
export function healthAnswer(
  { method, url }: { method?: string | undefined; url?: string | undefined },
  isReady: () => boolean,
): Answer | null {
  if (method !== "GET" && method !== "HEAD") return null;
  if (url === "/healthz") return said(200, "alive");
  if (url !== "/readyz") return null;
  return isReady() ? said(200, "ready") : said(503, "not ready");
}

const said = (status: number, word: string): Answer => ({
  status,
  fields: { "content-type": "text/plain; charset=utf-8", "cache-control": "no-store" },
  body: Buffer.from(`${word}\n`),
});
