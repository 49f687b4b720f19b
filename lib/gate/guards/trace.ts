import type { IncomingMessage, ServerResponse } from "node:http";
import type { Trust } from "#lib/gate/guards/client.ts";
import { beginTrace, type Trace } from "#lib/ops/tracing.ts";

/** The trace of a request, where traces are collected: what a proxy of ours began goes on, and nobody else's. */
export function traceOf({ headers, socket, method = "" }: IncomingMessage, trust: Trust): Trace | undefined {
  const given = headers["traceparent"];
  const parent = typeof given === "string" && trust(socket.remoteAddress ?? "") ? given : undefined;
  return beginTrace(method, { parent });
}

/** What is told of a request that has been answered: nothing of what was asked but which address of the site it is. */
export function about({ method = "" }: IncomingMessage, { statusCode }: ServerResponse, id: string, route = "none") {
  return {
    name: `${method} ${route}`,
    "http.request.method": method,
    "http.route": route,
    "http.response.status_code": statusCode,
    "casebook.request_id": id,
  };
}
