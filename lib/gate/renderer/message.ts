import type { IncomingMessage } from "node:http";
import { gateHeaders } from "#lib/domain/abuse/gate-headers.ts";
import { oneClick } from "#lib/gate/guards/one-click.ts";
import { normaliseQuery } from "#lib/gate/guards/query.ts";
import { splitTarget } from "#lib/gate/guards/target.ts";
import type { Message } from "#lib/gate/renderer/forward.ts";

const passedOn = ["accept", "accept-language", "content-type", "cookie", "user-agent", "if-none-match"] as const;

interface About {
  id: string;
  traceparent?: string | undefined;
  /** As the renderer is to see it. */
  host: string;
  path: string;
  client: string;
}

/** A checked request as the renderer gets it. In: the request, what is known about it, and the form it brought. */
export function messageOf(request: IncomingMessage, about: About, body?: Buffer): Message {
  const { path, client } = about;
  const fields: Record<string, string> = { ...knownAs(about), [gateHeaders.clientAddress]: client };
  for (const name of passedOn) {
    const value = request.headers[name];
    if (value !== undefined) fields[name] = value;
  }
  const message = { path: withQuery(path, request.url ?? ""), fields };
  if (body === undefined) return { ...message, method: "GET" };
  return { ...message, method: "POST", body, fields: { ...fields, "content-length": `${body.length}` } };
}

const knownAs = ({ id, host, traceparent }: Pick<About, "id" | "host" | "traceparent">) => ({
  ...{ host, "x-request-id": id },
  ...(traceparent === undefined ? {} : { traceparent }),
});

/** The head of a form that brings files. Its body is not held: it follows as it comes. */
export function uploadOf(request: IncomingMessage, about: About): Message {
  const { fields, ...message } = messageOf(request, about);
  const length = request.headers["content-length"] ?? "0";
  return { ...message, method: "POST", fields: { ...fields, "content-length": length } };
}

/**
 * How a public page is asked for: with nothing of whoever asks, as the answer is for everybody.
 *
 * @param generation the one that it has to show at least, wherever it is read from; null to read the primary as it is
 */
export function publicMessage(
  address: string,
  about: Pick<About, "id" | "host" | "traceparent">,
  generation: bigint | null,
): Message {
  const fields: Record<string, string> = { ...knownAs(about), accept: "*/*" };
  if (generation !== null) fields[gateHeaders.generation] = String(generation);
  return { method: "GET", path: address, fields, whole: true };
}

/** A mail program speaks for nobody who is signed in, and says one thing, which is written one way from here on. */
export function asOneClick({ fields: { cookie: _left, ...fields }, ...message }: Message): Message {
  const about = { "content-type": "application/x-www-form-urlencoded", "content-length": `${oneClick.length}` };
  return { ...message, body: Buffer.from(oneClick), fields: { ...fields, ...about } };
}

/** A path with the query of a target, in a form that any reader can decode. */
export function withQuery(path: string, target: string): string {
  const query = normaliseQuery(splitTarget(target).query);
  return query === "" ? path : `${path}?${query}`;
}
