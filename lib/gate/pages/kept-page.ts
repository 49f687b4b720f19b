import { createHash } from "node:crypto";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip, gzipSync } from "node:zlib";
import { isCompressible } from "#lib/gate/headers.ts";
import { withPausedLine } from "#lib/gate/html/paused.ts";
import type { Answer } from "#lib/gate/send.ts";

/** How a body is written, as the client allows: Brotli, gzip, or as it is. */
export type Coding = "br" | "gzip" | "";

/** A finished page, or a file that belongs to the pages. */
export interface KeptPage {
  /** The state of what is public that it was made from; null for what is the same in all of them. */
  generation: bigint | null;
  found: number | undefined;
  /** Its own response fields, names and values in turn. */
  fields: string[];
  /** The same in each coding with what names its bytes: all that a 304 says, so neither its length nor the coding. */
  about: Record<Coding, string[]>;
  /** What names its exact bytes in each coding: one body has one strong tag in each. */
  tags: Record<Coding, string>;
  plain: Buffer;
  /**
   * What it is in each coding, a character for each byte, once somebody has asked for it: many a page is never asked for again.
   * Null for what is no text.
   */
  coded: Partial<Record<"br" | "gzip", string>> | null;
  /** About how many it takes in memory. */
  bytes: number;
}

// Once for thousands of readers, so it may take a few milliseconds.
const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } };

/** Whether an answer is a whole page that everybody may have. */
export const isKeepable = ({ status, fields, body, because }: Answer): boolean =>
  status === 200 &&
  because === undefined &&
  Buffer.isBuffer(body) &&
  !String(fields["cache-control"]).includes("no-store") &&
  fields["set-cookie"] === undefined;

/** What a page says of itself that is not true of it any more once it is kept. */
const passing = ["content-length", "etag", "last-modified", "cache-control", "vary", "cross-origin-resource-policy"];

/** The page of an answer that may be kept. */
export function keptPageOf(
  { fields, body, found }: Answer,
  generation: bigint | null,
  more: Record<string, string> = {},
): KeptPage {
  const caching = generation === null ? String(fields["cache-control"]) : sharedCaching;
  const own = Object.entries({ ...fields, ...more, "cache-control": caching });
  const isText = isCompressible(fields);
  const kept = own.flatMap(([name, value]) =>
    name !== "cache-control" && passing.includes(name) ? [] : [value].flat().flatMap((one) => [name, one]),
  );
  return {
    ...{ generation, found, ...bodyOf(body as Buffer, kept, isText) },
    bytes: (body as Buffer).length * (isText ? textShare : 1),
  };
}
const sharedCaching = "public, no-cache";

/** A kept page as an answer. */
export const answerOf = (kept: KeptPage): Answer => ({
  status: 200,
  fields: {},
  body: nothing,
  found: kept.found,
  kept,
});
const nothing = Buffer.alloc(0);

/** The same page with its line about what cannot be done at the moment. */
export function pausedPage(page: KeptPage): KeptPage {
  const html = withPausedLine(page.plain.toString("utf8"));
  const fields = page.fields.map((value) => (value === sharedCaching ? "no-store" : value));
  return { ...page, ...bodyOf(Buffer.from(html), fields, true) };
}

/** The coding in which a page goes to a client that would take one. */
export const codingWithin = (page: KeptPage, wanted: Coding): Coding => (page.coded ? wanted : "");

/**
 * A page's body in a coding that it has, made when it is wanted for the first time.
 * Node sends a short text together with the head before it in one go, and bytes for more.
 */
export function bodyIn(page: KeptPage, coding: Coding): Buffer | string | Promise<string> {
  return coding && page.coded ? (page.coded[coding] ?? compress(page, page.coded, coding)) : page.plain;
}

async function compress(page: KeptPage, into: NonNullable<KeptPage["coded"]>, coding: "br" | "gzip"): Promise<string> {
  const made = await coders[coding](page.plain);
  return (into[coding] = made.toString("latin1"));
}

/** A page of half that takes gzip a fifth of a millisecond, and to hand it to another thread costs as much again. */
const longestAtOnce = 64 * 1024;
const coders = {
  br: (plain: Buffer) => promisify(brotliCompress)(plain, quality),
  gzip: (plain: Buffer) => (plain.length > longestAtOnce ? promisify(gzip)(plain) : gzipSync(plain)),
};

/** In both codings together, text takes about half as much again. */
const textShare = 1.5;

type BodyIn = Pick<KeptPage, "fields" | "about" | "tags" | "plain" | "coded">;

function bodyOf(plain: Buffer, fields: string[], isText: boolean): BodyIn {
  const digest = createHash("sha256").update(plain).digest("base64url").slice(0, 27);
  const tags = { "": `"${digest}"`, br: `"${digest}-br"`, gzip: `"${digest}-gzip"` };
  const aboutIn = (coding: Coding) => [...fields, "ETag", tags[coding], "Vary", "Accept-Encoding"];
  return {
    ...{ fields, tags, plain },
    about: { "": aboutIn(""), br: aboutIn("br"), gzip: aboutIn("gzip") },
    coded: isText ? {} : null,
  };
}
