import { createHash } from "node:crypto";
import { promisify } from "node:util";
import { brotliCompress, brotliDecompress, constants, gzip } from "node:zlib";
import { isCompressible } from "#lib/gate/headers.ts";
import { withPausedLine } from "#lib/gate/html/paused.ts";
import type { Answer } from "#lib/gate/send.ts";

/** How a body is written, as the client allows: Brotli, gzip, or as it is. */
export type Coding = "br" | "gzip" | "";

interface Body {
  bytes: Buffer;
  tag: string;
}

/** A finished page, or a file that belongs to the pages: compressed once, for whoever asks. */
export interface KeptPage {
  /** The state of what is public that it was made from; null for what is the same in all of them. */
  generation: bigint | null;
  found: number | undefined;
  /** Its own response fields, names and values in turn, but for those that differ with the coding. */
  fields: string[];
  /** Text is kept compressed alone, anything else as it is alone. */
  bodies: { br: Body; gzip: Body } | { "": Body };
  bytes: number;
}

// Once for thousands of readers, so it may take a few milliseconds.
const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } };

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
export async function keptPageOf(
  { fields, body, found }: Answer,
  generation: bigint | null,
  more: Record<string, string> = {},
): Promise<KeptPage> {
  const caching = generation === null ? String(fields["cache-control"]) : sharedCaching;
  const own = Object.entries({ ...fields, ...more, "cache-control": caching });
  const bodies = await bodiesOf(body as Buffer, isCompressible(fields));
  return {
    ...{ generation, found, bodies },
    fields: own.flatMap(([name, value]) =>
      name !== "cache-control" && passing.includes(name) ? [] : [value].flat().flatMap((one) => [name, one]),
    ),
    bytes: Object.values(bodies).reduce((sum, { bytes }) => sum + bytes.length, 0),
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
export async function pausedPage(page: KeptPage): Promise<KeptPage> {
  const html = withPausedLine((await plainBody(page)).toString("utf8"));
  const fields = page.fields.map((value) => (value === sharedCaching ? "no-store" : value));
  return { ...page, fields, bodies: await bodiesOf(Buffer.from(html), true) };
}

/** The coding in which a page goes to a client that would take one. */
export const codingWithin = ({ bodies }: KeptPage, wanted: Coding): Coding => ("br" in bodies ? wanted : "");

/** The tag of a page's body in a coding that it has. */
export function tagIn({ bodies }: KeptPage, coding: Coding): string {
  if (!("br" in bodies)) return bodies[""].tag;
  return coding ? bodies[coding].tag : bodies.br.tag.replace(/-br"$/, '"');
}

/** A page's body in a coding that it has; undone for the few who take text in none. */
export async function bodyIn(page: KeptPage, coding: Coding): Promise<Buffer> {
  return coding && "br" in page.bodies ? page.bodies[coding].bytes : plainBody(page);
}

const plainBody = async ({ bodies }: KeptPage): Promise<Buffer> =>
  "br" in bodies ? promisify(brotliDecompress)(bodies.br.bytes) : bodies[""].bytes;

async function bodiesOf(body: Buffer, isText: boolean): Promise<KeptPage["bodies"]> {
  const digest = createHash("sha256").update(body).digest("base64url").slice(0, 27);
  if (!isText) return { "": { bytes: body, tag: `"${digest}"` } };
  const [br, gz] = await Promise.all([promisify(brotliCompress)(body, quality), promisify(gzip)(body)]);
  // One body has one tag in each coding, as a strong tag names exact bytes.
  return { br: { bytes: br, tag: `"${digest}-br"` }, gzip: { bytes: gz, tag: `"${digest}-gzip"` } };
}
