import type { IncomingMessage, ServerResponse } from "node:http";
import Negotiator from "negotiator";
import { bodyIn, codingWithin, tagIn, type Coding, type KeptPage } from "#lib/gate/pages/kept-page.ts";
import { matches } from "#lib/gate/tags.ts";

/**
 * Sends a kept page, or a 304 to whoever has it already.
 *
 * @param fields names and values in turn that every answer has, where they are not set on the response yet
 */
export async function sendPage(
  request: IncomingMessage,
  response: ServerResponse,
  page: KeptPage,
  fields: readonly string[] = [],
): Promise<void> {
  const coding = codingWithin(page, codingOf(request));
  const tag = tagIn(page, coding);
  const head = [...fields, ...page.fields, "ETag", tag, "Vary", "Accept-Encoding"];
  if (matches(request.headers["if-none-match"], tag)) {
    response.writeHead(304, head).end();
    return;
  }
  const ready = bodyIn(page, coding);
  const body = Buffer.isBuffer(ready) ? ready : await ready;
  head.push("Content-Length", String(body.length));
  if (coding) head.push("Content-Encoding", coding);
  response.writeHead(200, head).end(request.method === "HEAD" ? undefined : body);
}

const known = new Map<string, Coding>();
const mostKnown = 1000;
const longestKnown = 200;

/** Browsers say one of a few things, so what each means is worked out once. */
function codingOf(request: IncomingMessage): Coding {
  const said = String(request.headers["accept-encoding"] ?? "");
  const found = known.get(said);
  if (found !== undefined) return found;
  const accepted = new Negotiator(request).encodings(["br", "gzip"]);
  const coding: Coding = accepted.includes("br") ? "br" : accepted.includes("gzip") ? "gzip" : "";
  if (known.size >= mostKnown) known.clear();
  if (said.length <= longestKnown) known.set(said, coding);
  return coding;
}
