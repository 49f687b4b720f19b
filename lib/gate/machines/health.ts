import type { Answer } from "#lib/gate/send.ts";
import type { Readiness } from "./readiness.ts";

/**
 * What machines ask that watch over a site: `/healthz`, whether this process lives, and `/readyz`, whether it can answer readers,
 * with what is not well a line each. They ask by whatever name they know, so this stands before every check. Null for any other address.
 */
export function healthAnswer(
  { method, url }: { method?: string | undefined; url?: string | undefined },
  readiness: () => Promise<Readiness>,
): Promise<Answer> | Answer | null {
  if (method !== "GET" && method !== "HEAD") return null;
  if (url === "/healthz") return said(200, "alive");
  return url === "/readyz" ? readiness().then(readyAnswer) : null;
}

/** What is told where nobody looks. */
export const allIsWell = async (): Promise<Readiness> => ({ ready: true, troubles: [] });

function readyAnswer({ ready, troubles }: Readiness): Answer {
  return said(ready ? 200 : 503, [ready ? "ready" : "not ready", ...troubles].join("\n"));
}

const said = (status: number, text: string): Answer => ({
  status,
  fields: { "content-type": "text/plain; charset=utf-8", "cache-control": "no-store" },
  body: Buffer.from(`${text}\n`),
});
