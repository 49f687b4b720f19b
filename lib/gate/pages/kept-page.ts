import { createHash } from "node:crypto";
import { promisify } from "node:util";
import { brotliCompress, brotliDecompress, constants, gzip } from "node:zlib";
import { withPausedLine } from "#lib/gate/html/paused.ts";
import type { Answer } from "#lib/gate/send.ts";

/** How a body is written, as the client allows: Brotli, gzip, or as it is. */
export type Coding = "br" | "gzip" | "";

interface Body {
  bytes: Buffer;
  tag: string;
}

/** A finished page: compressed once, for whoever asks. */
export interface KeptPage {
  /** The state of what is public that it was made from. */
  generation: bigint;
  found: number | undefined;
  /** Its own response fields, names and values in turn, but for those that differ with the coding. */
  fields: string[];
  bodies: Record<"br" | "gzip", Body>;
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

/** The page of an answer that may be kept. */
export async function keptPageOf(
  { fields, body, found }: Answer,
  generation: bigint,
  more: Record<string, string> = {},
): Promise<KeptPage> {
  const html = body as Buffer;
  const own = { ...more, "Content-Type": String(fields["content-type"]), "Cache-Control": "public, no-cache" };
  const bodies = await compressed(html);
  return {
    ...{ generation, found, bodies },
    fields: Object.entries(own).flat(),
    bytes: bodies.br.bytes.length + bodies.gzip.bytes.length,
  };
}

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
  const fields = page.fields.map((value) => (value === "public, no-cache" ? "no-store" : value));
  return { ...page, fields, bodies: await compressed(Buffer.from(html)) };
}

/** A page's body for the few who take it in no coding. */
export const plainBody = ({ bodies }: KeptPage): Promise<Buffer> => promisify(brotliDecompress)(bodies.br.bytes);

async function compressed(html: Buffer): Promise<KeptPage["bodies"]> {
  const digest = createHash("sha256").update(html).digest("base64url").slice(0, 27);
  const [br, gz] = await Promise.all([promisify(brotliCompress)(html, quality), promisify(gzip)(html)]);
  // One body has one tag in each coding, as a strong tag names exact bytes.
  return { br: { bytes: br, tag: `"${digest}-br"` }, gzip: { bytes: gz, tag: `"${digest}-gzip"` } };
}

/** The tag of a page's body in a coding. */
export const tagIn = ({ bodies }: KeptPage, coding: Coding): string =>
  coding ? bodies[coding].tag : bodies.br.tag.replace(/-br"$/, '"');
