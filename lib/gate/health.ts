import { setTimeout as sleep } from "node:timers/promises";
import type { Answer } from "#lib/gate/send.ts";

const patienceMs = 1000;

/**
 * What machines ask that watch over a site: `/healthz`, whether this process lives, and `/readyz`, whether it can make pages, answered
 * within a second. They ask by whatever name they know, so this stands before every check. Null for any other address.
 */
export async function healthAnswer(
  { method, url }: { method?: string | undefined; url?: string | undefined },
  isReady: () => Promise<boolean>,
): Promise<Answer | null> {
  if (method !== "GET" && method !== "HEAD") return null;
  if (url === "/healthz") return said(200, "alive");
  if (url !== "/readyz") return null;
  const ready = await Promise.race([isReady().catch(() => false), sleep(patienceMs, false, { ref: false })]);
  return ready ? said(200, "ready") : said(503, "not ready");
}

const said = (status: number, word: string): Answer => ({
  status,
  fields: { "content-type": "text/plain; charset=utf-8", "cache-control": "no-store" },
  body: Buffer.from(`${word}\n`),
});
