import type { Refusal } from "#lib/gate/guards/asked.ts";
import { normaliseQuery } from "#lib/gate/guards/query.ts";

// A search may have 10,000 characters, each of them written with up to twelve.
const longest = { asSent: 131_072, asForwarded: 163_840 };

/** The path of a request target, escapes as sent. */
export function pathOf(url: string): string {
  return splitTarget(url).path;
}

/** The two halves of a request target, as sent; the query without its question mark. */
export function splitTarget(url: string): { path: string; query: string } {
  const mark = url.indexOf("?");
  return mark === -1 ? { path: url, query: "" } : { path: url.slice(0, mark), query: url.slice(mark + 1) };
}

/** Refuses a target that two programs could read differently, or that leads to the renderer's own business. Of the query only the length counts. */
export function refuseTarget(url: string): Refusal | null {
  if (url.length > longest.asSent) return { status: 414, because: "target too long" };
  const { path, query } = splitTarget(url);
  if (!/^\/[\x21-\x7e]*$/.test(path) || /[\\#]|%2f|%5c/i.test(path)) return { status: 400, because: "path characters" };

  const decoded = decode(path);
  if (decoded === null || /\p{Cc}/u.test(decoded)) return { status: 400, because: "path escapes" };
  if (path.length + normaliseQuery(query).length > longest.asForwarded)
    return { status: 414, because: "query too long" };
  if (/\/(?:\.{0,2}\/|\.{1,2}$)/.test(decoded)) return { status: 400, because: "path segments" };
  return isOffLimits(decoded) ? { status: 404, because: "not an outside address" } : null;
}

function decode(path: string): string | null {
  try {
    return decodeURIComponent(path);
  } catch {
    return null;
  }
}

function isOffLimits(decoded: string): boolean {
  // No address of the site holds a percent sign; one here was escaped twice, and the renderer would decode it twice.
  if (decoded.includes("%")) return true;
  if (/^\/-(?:\/|$)|^\/__next|\.rsc\/?$/.test(decoded)) return true;
  return /^\/_next(?:\/|$)/.test(decoded) && !decoded.startsWith("/_next/static/");
}
