import type { IncomingMessage, ServerResponse } from "node:http";

/**
 * The whole form, before it takes a turn: a slow sender must not hold one. Its length has been checked. The connection of
 * one that has not come in time is ended.
 */
export async function readBody(request: IncomingMessage, response: ServerResponse, ms: number): Promise<Buffer> {
  invite(request, response);
  const timer = setTimeout(() => request.destroy(), ms);
  const chunks: Buffer[] = [];
  try {
    for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
  } finally {
    clearTimeout(timer);
  }
  return Buffer.concat(chunks);
}

/** Tells a client that asked first to send its form. */
export function invite(request: IncomingMessage, response: ServerResponse): void {
  if (request.headers.expect !== undefined) response.writeContinue();
}
