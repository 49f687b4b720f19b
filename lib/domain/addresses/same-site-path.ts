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
