import { isUtf8 } from "node:buffer";

const replacement = "%EF%BF%BD";

/**
 * Rewrites a query so that any reader can decode it: a stray percent sign, bytes that are no UTF-8 and NUL become U+FFFD,
 * so the page can still tell that the pair was malformed. A well-formed query comes back exactly as it was.
 * In: the text after the question mark, one character a byte. Out: printable ASCII. Never throws.
 */
export function normaliseQuery(query: string): string {
  return query.replace(/[^&=]+/g, normalisePart);
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
