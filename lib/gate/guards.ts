import type { Asked, Refusal, Rules } from "#lib/gate/guards/asked.ts";
import { refuseHost } from "#lib/gate/guards/host.ts";
import { refuseOrigin } from "#lib/gate/guards/origin.ts";
import { mayBeOneClick } from "#lib/gate/guards/one-click.ts";
import { pathOf, refuseTarget } from "#lib/gate/guards/target.ts";
import { refuseTransport } from "#lib/gate/guards/transport.ts";

/**
 * Says why a request may not go further, before it has cost anything; null when it may.
 * In: the request line and every header line, and the rules of this site. Pure; never throws.
 */
export function refuse(asked: Asked, rules: Rules): Refusal | null {
  return (
    refuseMethod(asked, rules) ??
    refuseTarget(asked.url) ??
    refuseHost(asked.headers, rules) ??
    refuseTransport(asked) ??
    refuseBody(asked, rules) ??
    (asked.method === "POST" && !mayBeOneClick(asked, rules) ? refuseOrigin(asked.headers, rules) : null)
  );
}

function refuseMethod({ method, url }: Asked, { posts, opens }: Rules): Refusal | null {
  const allow = ["GET", "HEAD"];
  if (posts.some((address) => address.test(pathOf(url)))) allow.push("POST");
  if (isOpen(url, opens)) allow.push("OPTIONS");
  return allow.includes(method) ? null : { status: 405, because: "method", allow };
}

/** Whether a page of any other site may read what is at a target. */
export function isOpen(url: string, opens: Rules["opens"] = []): boolean {
  return opens.some((address) => address.test(pathOf(url)));
}

/** Whether a form may bring files, and may be that large: only at the addresses that take them, and in the coding that carries them. */
export function isUpload({ method, url, headers }: Asked, { uploads = [] }: Pick<Rules, "uploads">): boolean {
  if (method !== "POST" || !uploads.some((address) => address.test(pathOf(url)))) return false;
  return /^multipart\/form-data\s*;/i.test(headers["content-type"]?.[0] ?? "");
}

function refuseBody(asked: Asked, rules: Rules): Refusal | null {
  const { method, headers } = asked;
  const lengths = headers["content-length"] ?? [];
  const length = lengths[0] ?? "0";
  if (lengths.length > 1 || !/^\d{1,15}$/.test(length)) return { status: 400, because: "content length" };
  // Forms always state their length; without one there is no telling how much would come.
  if (headers["transfer-encoding"]) return { status: 400, because: "transfer encoding" };
  if (method !== "POST") return Number(length) > 0 ? { status: 400, because: "body without a form" } : null;
  const most = isUpload(asked, rules) ? (rules.uploadBytes ?? rules.bodyBytes) : rules.bodyBytes;
  return Number(length) > most ? { status: 413, because: "body too large" } : null;
}
