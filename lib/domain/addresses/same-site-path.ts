/**
 * The address as it may stand in a `Location`: one path on this site in ASCII, dots resolved. Null when it could lead elsewhere.
 * In: a path with query and fragment as a page wrote it.
 */
export function sameSitePath(location: string): string | null {
  if (!location.startsWith("/") || /^\/[/\\]|\p{Cc}/u.test(location)) return null;
  const base = "http://this.invalid";
  if (!URL.canParse(location, base)) return null;
  const url = new URL(location, base);
  // Resolving dots can bring two slashes to the front (`/.//elsewhere`), which a browser reads as another host.
  if (url.origin !== base || url.pathname.startsWith("//")) return null;
  return url.pathname + url.search + url.hash;
}

/**
 * The same of an address that somebody copied, whole or without its host: in small letters, as pages of this site have theirs, and
 * without a slash at its end. Null for one of another site.
 *
 * @param site its own public address, where it has one
 */
export function pathHere(address: string, site: string | undefined): string | null {
  const text = address.trim();
  const origin = site === undefined ? "" : new URL(site).origin;
  const isWhole = origin !== "" && text.toLowerCase().startsWith(`${origin}/`);
  const path = sameSitePath(isWhole ? text.slice(origin.length) : text);
  return path && path.replace(/^[^?#]*/, (own) => own.toLowerCase().replace(/\/+$/, "") || "/");
}
