import { gateHeaders } from "#lib/domain/abuse/gate-headers.ts";
import type { Hit } from "#lib/domain/abuse/limits.ts";

/** The address a request came from, as the gate found it out. Null where it could not. */
export const clientAddress = (request: Request): string | null =>
  request.headers.get(gateHeaders.clientAddress) || null;

/** How much a form would have us save, in kilobytes begun. The gate has measured it. */
export const kilobytesOf = (request: Request): number =>
  Math.max(1, Math.ceil(Number(request.headers.get("content-length")) / 1000) || 1);

/** Says that a limit was hit. The gate draws the page, with everything that was typed in it. */
export function tooMany({ limit, seconds }: Hit): Response {
  return new Response(null, { status: 429, headers: { "retry-after": String(seconds), [gateHeaders.limit]: limit } });
}
