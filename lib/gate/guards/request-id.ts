import { randomUUID } from "node:crypto";
import type { IncomingMessage } from "node:http";
import type { Trust } from "#lib/gate/guards/client.ts";

/** What servers in front give out, with hyphens or without; nothing else fits in, so it can neither tell nor break anything. */
const wellFormed = /^[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}$/;

/** By what a request is known in logs and on error pages: what a proxy of ours calls it, otherwise a new one. */
export function requestIdOf({ headers, socket }: IncomingMessage, trust: Trust): string {
  const given = headers["x-request-id"];
  if (typeof given !== "string" || !wellFormed.test(given)) return randomUUID();
  return trust(socket.remoteAddress ?? "") ? given : randomUUID();
}
