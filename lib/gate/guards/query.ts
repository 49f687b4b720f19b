import { isUtf8 } from "node:buffer";

const replacement = "%EF%BF%BD";

// The renderer's framework keeps parameters in a plain object that is also a promise; these names would stand for its own parts.
const taken = new Set([
  ...Object.getOwnPropertyNames(Object.prototype),
  ...Object.getOwnPropertyNames(Promise.prototype),
  ...["status", "value", "reason", "displayName", "toJSON", "$$typeof"],
]);

/**
 * Rewrites a query so that any reader can decode it: a stray percent sign, bytes that are no UTF-8 and NUL become U+FFFD,
 * so the page can still tell that the pair was malformed, and a name the framework could not carry gets one before it.
 * A well-formed query comes back exactly as it was.
 * In: the text after the question mark, one character a byte. Out: printable ASCII. Never throws.
 */
export function normaliseQuery(query: string): string {
  return query.split("&").map(normalisePair).join("&");
}

function normalisePair(pair: string): string {
  const whole = pair.replace(/[^=]+/g, normalisePart);
  const [name = ""] = whole.split("=", 1);
  return taken.has(decodeURIComponent(name.replaceAll("+", " "))) ? replacement + whole : whole;
}

function normalisePart(part: string): string {
  const escaped = part.replace(/(?:%(?![0-9a-f]{2}))+/gi, replacement);
  const bytes = bytesOf(escaped.replaceAll("+", " "));
  if (isUtf8(bytes) && !bytes.includes(0) && /^[!-"$-~]*$/.test(escaped)) return escaped;
  return encodeURIComponent(bytes.toString("utf8").replaceAll("\0", "\uFFFD"));
}

function bytesOf(escaped: string): Buffer {
  const unescaped = escaped.replace(/%([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
  return Buffer.from(unescaped, "latin1");
}
