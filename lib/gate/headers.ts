import type { IncomingHttpHeaders } from "node:http";

/** Response header fields by name. */
export type Fields = Record<string, string | string[]>;

const denied =
  "accelerometer autoplay camera display-capture encrypted-media geolocation gyroscope magnetometer microphone midi payment picture-in-picture screen-wake-lock usb xr-spatial-tracking";

const security: Fields = {
  "Content-Security-Policy": [
    "default-src 'none'",
    ...["script-src", "style-src", "img-src", "font-src", "connect-src", "manifest-src", "form-action"].map(
      (kind) => `${kind} 'self'`,
    ),
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join("; "),
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "same-origin",
  "Permissions-Policy": denied.replaceAll(/ |$/g, "=(), ").replace(/, $/, ""),
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Resource-Policy": "same-origin",
  "Cross-Origin-Embedder-Policy": "require-corp",
  "X-Frame-Options": "DENY",
};

/** What every response says, whatever its status. In: the public address, if one is set; only https makes browsers insist on https. */
export function securityFields(publicUrl: string | undefined): Fields {
  if (!publicUrl?.startsWith("https://")) return security;
  return { ...security, "Strict-Transport-Security": "max-age=63072000; includeSubDomains" };
}

/** What an answer says that pages of other sites may read: it is the same for everybody, and no cookie counts. */
export const openFields: Fields = {
  "Access-Control-Allow-Origin": "*",
  "Access-Control-Expose-Headers": "ETag, Link, Retry-After, X-Request-Id",
  "Cross-Origin-Resource-Policy": "cross-origin",
};

/** What a browser is told that asks, for a page of another site, whether it may put a question with fields of its own. */
export const preflightFields: Fields = {
  "access-control-allow-methods": "GET, HEAD, OPTIONS",
  "access-control-allow-headers": "*",
  "access-control-max-age": "86400",
  "cache-control": "no-store",
};

const passed = [
  ...["content-type", "content-length", "content-encoding", "content-disposition", "etag", "last-modified"],
  ...["cache-control", "set-cookie", "clear-site-data", "cross-origin-resource-policy", "x-robots-tag"],
  // What was uploaded is served under a stricter policy than pages.
  "content-security-policy",
];

/** The renderer's fields that may leave; a redirect's address is checked elsewhere. */
export function passedFields(from: IncomingHttpHeaders): Fields {
  const fields: Fields = {};
  for (const name of passed) {
    const value = from[name];
    if (value !== undefined) fields[name] = value;
  }
  if (from["content-type"] !== undefined) fields["content-type"] = withCharset(from["content-type"]);
  const vary = readersOf(from.vary);
  if (vary) fields.vary = vary;
  const link = linksOf(from.link);
  if (link) fields.link = link;
  return fields;
}

/** Text says how its letters are written; what serves pictures leaves that out of those that are text. */
function withCharset(type: string): string {
  const isText = /^(?:text\/|[\w.-]+\/(?:[\w.-]+\+)?xml\b)/.test(type);
  return isText && !/;\s*charset=/i.test(type) ? `${type}; charset=utf-8` : type;
}

function readersOf(vary = ""): string {
  const names = vary.split(",").map((name) => name.trim());
  return names.filter((name) => name !== "" && !/^(?:rsc|next-.*|accept-encoding)$/i.test(name)).join(", ");
}

function linksOf(link: string | readonly string[] = ""): string {
  const links = [link].flat().flatMap((line) => line.split(/,(?=\s*<)/));
  return links
    .filter((one) => one.trim() !== "" && !/;\s*(?:as="?script\b|rel="?modulepreload\b)/i.test(one))
    .join(",");
}

/**
 * How long an answer may be kept. In: its path, status and fields, and whether the page itself asked not to be stored.
 * Hashed files never change; anything that sets a cookie belongs to one person.
 */
export function cachingOf(path: string, status: number, fields: Fields, store = true): string {
  if (!store || fields["set-cookie"] !== undefined) return "private, no-store";
  if (path.startsWith("/_next/static/") && status === 200) return "public, max-age=31536000, immutable";
  const stated = fields["cache-control"];
  return typeof stated === "string" ? stated : "no-cache";
}

const compressible = /^(?:text\/|image\/svg|application\/(?:[\w.-]+\+)?(?:json|xml|javascript)\b)/;

/** Whether a body is text that becomes shorter when it is compressed, and is not yet. */
export function isCompressible(fields: Fields): boolean {
  return fields["content-encoding"] === undefined && compressible.test(String(fields["content-type"] ?? ""));
}
