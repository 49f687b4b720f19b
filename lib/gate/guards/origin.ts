import type { HeaderLines, Refusal, Rules } from "#lib/gate/guards/asked.ts";
import { hostOf } from "#lib/gate/guards/host.ts";

/**
 * Refuses a form that was not sent from a page of ours. Every sign that is there must agree, and one must be there.
 * `none` counts as ours: it means the person, not a page, repeated the request (a restored tab), and no page can cause it.
 */
export function refuseOrigin(headers: HeaderLines, { publicUrl }: Pick<Rules, "publicUrl">): Refusal | null {
  const sites = headers["sec-fetch-site"] ?? [];
  const origins = headers.origin ?? [];
  const ours = publicUrl === undefined ? `http://${hostOf(headers)}` : new URL(publicUrl).origin;

  const agree =
    sites.every((site) => site === "same-origin" || site === "none") && origins.every((origin) => origin === ours);
  return agree && sites.length + origins.length > 0 ? null : { status: 403, because: "cross-site form" };
}
