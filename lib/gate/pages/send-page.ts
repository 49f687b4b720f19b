import type { IncomingMessage, ServerResponse } from "node:http";
import Negotiator from "negotiator";
import { bodyIn, codingWithin, type Coding, type KeptPage } from "#lib/gate/pages/kept-page.ts";
import { matches } from "#lib/gate/tags.ts";

/**
 * Sends a kept page, or a 304 to whoever has it already.
 *
 * @param fields names and values in turn that every answer has, where they are not set on the response yet
 * @returns what has to be waited for; nothing where the answer has been given
 */
export function sendPage(
  request: IncomingMessage,
  response: ServerResponse,
  page: KeptPage,
  fields: readonly string[] = [],
): Promise<void> | undefined {
  const coding = codingWithin(page, codingOf(request));
  const about = page.about[coding];
  if (matches(request.headers["if-none-match"], page.tags[coding])) {
    response.writeHead(304, [...fields, ...about]).end();
    return undefined;
  }
  const end = (body: Buffer | string) => {
    response
      .writeHead(200, [...fields, ...about, "Content-Length", String(body.length), ...codings[coding]])
      .end(request.method === "HEAD" ? undefined : body, "latin1");
  };
  const body = bodyIn(page, coding);
  return body instanceof Promise ? body.then(end) : void end(body);
}

const codings: Record<Coding, string[]> = {
  "": [],
  br: ["Content-Encoding", "br"],
  gzip: ["Content-Encoding", "gzip"],
};

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
