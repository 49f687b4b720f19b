import "#lib/ops/held-tick.ts";
import { rm } from "node:fs/promises";
import { createServer } from "node:http";
import { setTimeout as wait } from "node:timers/promises";
import next from "next";
import { prepareListing } from "#lib/data/listing/current.ts";
import { followReplicas } from "#lib/data/replicas/replicas.ts";
import { tellHowWeDo } from "#lib/data/watch/own-process.ts";
import { gateHeaders } from "#lib/domain/abuse/gate-headers.ts";
import { mostHeadBytes } from "#lib/gate/renderer/forward.ts";
import { readEnv } from "#lib/ops/env.ts";
import { during, type Here } from "#lib/ops/here.ts";
import { createLog, tellUnexpected } from "#lib/ops/log.ts";
import { beginTrace, startTracing } from "#lib/ops/tracing.ts";
import { logTheConsole } from "./launch/watch/console.ts";

/*
 * The renderer: Next on a socket that only the gate knows. The gate starts and restarts it, and it goes when the gate goes.
 * Arguments: the socket's path, and "dev" for recompiling at every request.
 */
const [socketPath, mode] = process.argv.slice(2);
if (!socketPath) throw new Error("The renderer needs the path of the socket to listen on");

/** Pages that need no listing do not wait for it for ever. */
const listingMs = 60_000;
const log = createLog();
if (mode !== "dev") logTheConsole(log);
const stopTracing = await startTracing("renderer");
const app = next({ dev: mode === "dev", hostname: "localhost", port: 0 });
// Nobody has to wait for the listing who comes first. While there is no database, whoever comes later reads it.
const prepared = Promise.race([prepareListing(), wait(listingMs, undefined, { ref: false })]);
await Promise.all([app.prepare(), prepared.catch(() => undefined)]);
const handle = app.getRequestHandler();
const replicas = followReplicas(readEnv().DATABASE_REPLICA_URLS, log);
// The gate lets through longer heads than Node reads by default.
const server = createServer({ maxHeaderSize: mostHeadBytes }, (request, response) => {
  // Only the gate says so, and only for what does not depend on who asks or on what they have just done.
  const generation = request.headers[gateHeaders.generation];
  const atLeast = typeof generation === "string" ? BigInt(generation) : null;
  const id = String(request.headers["x-request-id"] ?? "");
  const trace = beginTrace("render", { parent: String(request.headers["traceparent"] ?? "") });
  if (trace) response.once("close", () => trace.end({}, response.statusCode >= 500));
  const here: Here = { id, trace, generation: atLeast ?? undefined };
  // A connection that was opened meanwhile knows of this request for as long as it lasts.
  response.once("finish", () => delete here.html);
  void during(here, () => replicas.reading(atLeast, () => handle(request, response)));
});
// The framework keeps a process with an uncaught error alive, and one that nobody can reach must not look like one that starts.
// The gate sees to it that nobody sends for ever; an upload may take longer than Node would wait.
server.requestTimeout = 0;
server.once("error", (error) => {
  tellUnexpected(error);
  process.exit(1);
});
// One that was killed leaves its socket behind, on which nobody else can listen.
await rm(socketPath, { force: true });
server.listen(socketPath, () => process.send?.("ready"));
tellHowWeDo();

function leave() {
  server.close(() => void stopTracing().then(() => process.exit(0)));
  server.closeIdleConnections();
  setTimeout(() => process.exit(0), 10_000).unref();
}

process.on("SIGTERM", leave);
// Ctrl-C reaches every process of a terminal; the gate decides when this one ends.
process.on("SIGINT", () => undefined);
process.on("disconnect", () => process.exit(0));
