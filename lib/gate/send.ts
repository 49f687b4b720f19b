import { createHash } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { promisify } from "node:util";
import { brotliCompress, constants, createBrotliCompress, createGzip, gzip } from "node:zlib";
import Negotiator from "negotiator";
import { isCompressible, type Fields } from "#lib/gate/headers.ts";
import type { KeptPage } from "#lib/gate/pages/kept-page.ts";
import { sendPage } from "#lib/gate/pages/send-page.ts";
import { matches } from "#lib/gate/tags.ts";

/** What goes back: a body held in memory, or one still coming. `because` is for the log, `found` what a search found. */
export type Answer = {
  status: number;
  fields: Fields;
  body: Buffer | Readable;
  because?: string;
  found?: number | undefined;
  /** The finished page that this is, instead of fields and a body. */
  kept?: KeptPage;
};

type Coding = "br" | "gzip" | null;

const worthwhile = 1024;
const brotli = { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } };
const gzipped = { level: 5 };

/**
 * Sends an answer: compressed as the client allows, with an ETag and a 304 where a whole 200 page may be kept, without a body for HEAD.
 * `fields` are names and values in turn for a kept page on whose response none is set yet.
 * Resolves when the response has ended, cut short or not; a page that lies ready has been sent at once, and nothing comes back.
 * Never rejects for a client that went away.
 */
export function send(
  request: IncomingMessage,
  response: ServerResponse,
  answer: Answer,
  fields: readonly string[] = [],
): Promise<void> | undefined {
  return answer.kept ? sendPage(request, response, answer.kept, fields) : sendAnswer(request, response, answer);
}

async function sendAnswer(request: IncomingMessage, response: ServerResponse, answer: Answer): Promise<void> {
  const coding = codingFor(request, answer);
  const { status, body } = answer;
  const own = { ...answer.fields };
  if (isCompressible(own)) own.vary = [own.vary ?? [], "Accept-Encoding"].flat().join(", ");
  if (Buffer.isBuffer(body)) await sendWhole(request, response, { status, fields: own, body }, coding);
  else await sendStream(request, response, { status, fields: own, body }, coding);
}

function codingFor(request: IncomingMessage, { fields, body, because }: Answer): Coding {
  // While a crowd is turned away, others need the processor more than it needs the bytes.
  if (because === "busy") return null;
  const size = Buffer.isBuffer(body) ? body.length : Number(fields["content-length"] ?? worthwhile);
  if (size < worthwhile || !isCompressible(fields)) return null;
  const accepted = new Negotiator(request).encodings(["br", "gzip"]);
  return accepted.includes("br") ? "br" : accepted.includes("gzip") ? "gzip" : null;
}

type Whole = Answer & { body: Buffer };

async function sendWhole(
  request: IncomingMessage,
  response: ServerResponse,
  { fields, ...answer }: Whole,
  coding: Coding,
) {
  if (answer.status === 200 && !String(fields["cache-control"]).includes("no-store")) {
    fields.etag = tagOf(answer.body, coding);
    if (matches(request.headers["if-none-match"], fields.etag)) {
      delete fields["content-type"];
      response.writeHead(304, fields).end();
      return;
    }
  }
  const body = await compress(answer.body, coding);
  if (coding) fields["content-encoding"] = coding;
  response.writeHead(answer.status, { ...fields, "content-length": String(body.length) });
  response.end(request.method === "HEAD" ? undefined : body);
}

/** One body has one tag in each coding, as a strong tag names exact bytes. */
function tagOf(body: Buffer, coding: Coding): string {
  const digest = createHash("sha256").update(body).digest("base64url").slice(0, 27);
  return `"${digest}${coding ? `-${coding}` : ""}"`;
}

async function compress(body: Buffer, coding: Coding): Promise<Buffer> {
  if (coding === "br") return promisify(brotliCompress)(body, brotli);
  return coding === "gzip" ? promisify(gzip)(body, gzipped) : body;
}

type Streamed = Answer & { body: Readable };

async function sendStream(
  request: IncomingMessage,
  response: ServerResponse,
  { fields, ...answer }: Streamed,
  coding: Coding,
) {
  if (coding) {
    delete fields["content-length"];
    fields["content-encoding"] = coding;
    if (typeof fields.etag === "string") fields.etag = fields.etag.replace(/^(?!W\/)/, "W/");
  }
  response.writeHead(answer.status, fields);
  if (request.method === "HEAD") {
    answer.body.destroy();
    response.end();
    return;
  }
  const coder = coding === "br" ? createBrotliCompress(brotli) : coding === "gzip" ? createGzip(gzipped) : null;
  // A break on either side has already ended both; there is nobody left to tell.
  await (coder ? pipeline(answer.body, coder, response) : pipeline(answer.body, response)).catch(() => undefined);
}
