import { createHash } from "node:crypto";

/** A tag for an answer that depends on nothing but these. Weak: the gate compresses what it names. */
export function tagFor(...parts: readonly (string | bigint)[]): string {
  const digest = createHash("sha256").update(parts.join("\n")).digest("base64url");
  return `W/"${digest.slice(0, 27)}"`;
}

/** Whether whoever asks has what a tag names already. */
export function hasAlready({ headers }: Request, tag: string): boolean {
  const known = (headers.get("if-none-match") ?? "").split(",").map((one) => one.trim().replace(/^W\//, ""));
  return known.includes(tag.replace(/^W\//, ""));
}

/** The answer to somebody who has it already. */
export const notModified = (tag: string) =>
  new Response(null, { status: 304, headers: { etag: tag, "cache-control": "no-cache" } });
