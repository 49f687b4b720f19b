import type { HeaderLines, Refusal, Rules } from "#lib/gate/guards/asked.ts";
import { hostOf } from "#lib/gate/guards/host.ts";

/**
 * Refuses a form that was not sent from a page of ours. Every sign that is there must agree, and one must be there.
 * `none` counts as ours: it means the person, not a page, repeated the request (a restored tab), and no page can cause it.
 * `Referer` counts where a browser says nothing else, as text browsers do: no page can choose it (OWASP, Cross-Site Request
 * Forgery Prevention Cheat Sheet, "Verifying Origin With Standard Headers").
 */
export function refuseOrigin(headers: HeaderLines, { publicUrl }: Pick<Rules, "publicUrl">): Refusal | null {
  const sites = headers["sec-fetch-site"] ?? [];
  const origins = headers.origin ?? [];
  const ours = publicUrl === undefined ? `http://${hostOf(headers)}` : new URL(publicUrl).origin;

  const agree =
    sites.every((site) => site === "same-origin" || site === "none") && origins.every((origin) => origin === ours);
  const isTold = sites.length + origins.length > 0 || cameFrom(headers.referer, ours);
  return agree && isTold ? null : { status: 403, because: "cross-site form" };
}

function cameFrom([referrer = "", ...others]: readonly string[] = [], ours: string): boolean {
  return others.length === 0 && URL.canParse(referrer) && new URL(referrer).origin === ours;
}
