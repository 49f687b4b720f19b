import type { Answer } from "#lib/gate/send.ts";
import type { Readiness } from "./readiness.ts";

/**
 * What machines ask that watch over a site: `/healthz`, whether this process lives, and `/readyz`, whether it can answer readers.
 * They ask by whatever name they know, so this stands before every check. Null for any other address.
 *
 * @param may whether whoever asks may be told figures, and so what is not well too, a line each. Anybody else is told whether alone
 */
export function healthAnswer(
  { method, url }: { method?: string | undefined; url?: string | undefined },
  readiness: () => Promise<Readiness>,
  may: () => boolean,
): Promise<Answer> | Answer | null {
  if (method !== "GET" && method !== "HEAD") return null;
  if (url === "/healthz") return said(200, "alive");
  return url === "/readyz" ? readiness().then((answer) => readyAnswer(answer, may())) : null;
}

/** What is told where nobody looks. */
export const allIsWell = async (): Promise<Readiness> => ({ ready: true, troubles: [] });

function readyAnswer({ ready, troubles }: Readiness, may: boolean): Answer {
  return said(ready ? 200 : 503, [ready ? "ready" : "not ready", ...(may ? troubles : [])].join("\n"));
}

const said = (status: number, text: string): Answer => ({
  status,
  fields: { "content-type": "text/plain; charset=utf-8", "cache-control": "no-store" },
  body: Buffer.from(`${text}\n`),
});
