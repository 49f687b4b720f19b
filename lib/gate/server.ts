import { randomUUID } from "node:crypto";
import { createServer, STATUS_CODES, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { Server as NetServer } from "node:net";
import type { Duplex } from "node:stream";
import type { BodyLimits } from "#lib/gate/body.ts";
import { errorAnswer, type ErrorPages } from "#lib/gate/error-pages.ts";
import { forwardLimits, type ForwardLimits } from "#lib/gate/renderer/forward.ts";
import { uploadLimits, type UploadLimits } from "#lib/gate/renderer/upload.ts";
import { trustOf } from "#lib/gate/guards/client.ts";
import { securityFields } from "#lib/gate/headers.ts";
import { createResponder, type Site } from "#lib/gate/respond.ts";
import type { Log } from "#lib/ops/log.ts";

/** Besides what the renderer bears, the longest forms in bytes, without and with files, and how long a client may take, in milliseconds. */
export type GateLimits = ForwardLimits &
  UploadLimits &
  BodyLimits & { bodyBytes: number; uploadBytes: number; headersMs: number; idleMs: number };

export type GateOptions = {
  /** Where the renderers listen. */
  socketPaths: readonly string[];
  /** Names this site answers to, without port, besides that of `publicUrl`. With neither, only names of this machine. */
  hosts: readonly string[];
  /** The address people use, for `Host`, forms and HSTS; its path does not count. */
  publicUrl?: string | undefined;
  /** Paths that take a form. */
  posts?: readonly RegExp[];
  /** Those of them whose forms bring files. */
  uploads?: readonly RegExp[];
  /** Paths that pages of other sites may read. */
  opens?: readonly RegExp[];
  /** Those of them where a mail program may end letters for its reader, from wherever it is. */
  oneClicks?: readonly RegExp[];
  /** Proxies that are believed about whom they ask for. */
  trustedProxies?: readonly string[];
  /** Where somebody goes who has to sign in first. It is told in `next` where they wanted to go. */
  signInPath?: string;
  /** Whether people may be sent on to that other site, to sign in there. */
  leadsTo?: Site["leadsTo"];
  /** In which queue whoever reads an address waits. Forms have theirs. */
  queueOf?: Site["queueOf"];
  /** Whom somebody writes to who has found a weakness. */
  contactEmail?: string;
  /** Asked when the renderer failed, to tell a fault from an outage; given 400 milliseconds, so that whoever waits is told within five seconds. */
  isDatabaseUp: () => Promise<boolean>;
  /** Whether readers can be answered and what is not well, for whoever watches over the site. */
  readiness?: Site["readiness"];
  /** Who counts answers, and tells figures. */
  metrics?: Site["metrics"];
  /** What has to be shown to be told figures, from wherever; without it, they are told nearby. */
  metricsToken?: string | undefined;
  /** Told how to find out what waits to be made. */
  follow?: Site["follow"];
  /** Who keeps finished pages. */
  pages?: Site["pages"];
  /** Who counts what is looked for. */
  searches?: Site["searches"];
  errorPages: ErrorPages;
  log: Log;
  limits?: Partial<GateLimits>;
};

const gateLimits: GateLimits = {
  ...forwardLimits,
  ...uploadLimits,
  bodyBytes: 1024 * 1024,
  heldBytes: 64 * 1024 * 1024,
  // Ten files of ten megabytes, and what is typed beside them.
  uploadBytes: 102 * 1024 * 1024,
  headersMs: 10_000,
  // With what Node takes to look, nobody holds a connection for longer than half a minute.
  requestMs: 25_000,
  idleMs: 60_000,
};

/** The server in front of the renderer, not yet listening. Throws on a `publicUrl` or a proxy that is none. */
export function createGate(options: GateOptions): Server {
  const limits = { ...gateLimits, ...options.limits };
  const hosts = options.hosts.map((host) => host.toLowerCase());
  const publicUrl = options.publicUrl === undefined ? undefined : new URL(options.publicUrl).origin;
  const site = { ...options, ...limits, limits, hosts, publicUrl };
  const trust = trustOf(options.trustedProxies ?? []);
  const respond = createResponder({ ...site, trust, posts: options.posts ?? [] });

  const server = createServer({
    headersTimeout: limits.headersMs,
    // Forms without files are given their time where they are read.
    requestTimeout: limits.uploadMs + limits.requestMs,
    connectionsCheckingInterval: Math.min(2000, limits.headersMs),
    keepAliveTimeout: 5000,
    maxHeaderSize: 160 * 1024,
    // The guard answers a missing Host; Node's own answer would lack the security headers.
    requireHostHeader: false,
    // What has no body needs no stream for one; whoever reads bodies looks first whether there is any.
    optimizeEmptyRequests: true,
  });
  server.maxHeadersCount = 100;
  server.setTimeout(limits.idleMs);

  const sockets = new Map<Duplex, ServerResponse | null>();
  open.set(server, sockets);
  server.on("connection", (socket) => {
    sockets.set(socket, null);
    socket.once("close", () => sockets.delete(socket));
  });
  for (const event of ["request", "checkContinue", "checkExpectation"]) {
    server.on(event, (request: IncomingMessage, response: ServerResponse) => {
      if (sockets.has(request.socket)) sockets.set(request.socket, response);
      if (!server.listening) response.setHeader("Connection", "close");
      respond(request, response);
    });
  }
  const answer = (socket: Duplex, status: number) => sayAndClose(socket, status, options.errorPages, publicUrl);
  server.on("connect", (_request: IncomingMessage, socket: Duplex) => answer(socket, 405));
  server.on("clientError", (error: NodeJS.ErrnoException, socket) => {
    // Written into an answer still on its way, another one would be read as part of it.
    if (!socket.writable || error.code === "ECONNRESET" || isBusy(sockets.get(socket))) socket.destroy();
    else answer(socket, statusOf(error));
  });
  return server;
}

/** For how long after it stops a kept connection may bring one more request: a proxy may have sent it already. In milliseconds. */
const lastWordMs = 400;

/** Stops taking connections, lets what is under way finish, and cuts off what has not by the deadline in milliseconds. */
export async function closeGate(server: Server, deadlineMs: number): Promise<void> {
  const began = performance.now();
  // An HTTP server's own way would end idle connections at once, with what has just been sent on them.
  const closed = new Promise<void>((resolve) => NetServer.prototype.close.call(server, () => resolve()));
  const sweep = setInterval(() => performance.now() - began > lastWordMs && endIdle(server), 50);
  const cut = setTimeout(() => server.closeAllConnections(), deadlineMs);
  await closed;
  clearInterval(sweep);
  clearTimeout(cut);
}

/** The connections of each gate, each with the newest answer on it: those before it have been sent. */
const open = new WeakMap<Server, ReadonlyMap<Duplex, ServerResponse | null>>();

const isBusy = (answer: ServerResponse | null | undefined) => answer?.writableFinished === false;

/** Node's own way leaves connections open that have never carried a request, as browsers keep ready. */
function endIdle(server: Server): void {
  for (const [socket, answer] of open.get(server) ?? []) if (!isBusy(answer)) socket.destroy();
}

function statusOf(error: NodeJS.ErrnoException): number {
  if (error.code === "HPE_HEADER_OVERFLOW") return 431;
  return error.code === "ERR_HTTP_REQUEST_TIMEOUT" ? 408 : 400;
}

/** A complete answer for what never became a request. */
function sayAndClose(socket: Duplex, status: number, errorPages: ErrorPages, publicUrl: string | undefined): void {
  const id = randomUUID();
  const { fields, body } = errorAnswer(
    errorPages,
    status,
    { id, path: "" },
    status === 405 ? { allow: "GET, HEAD" } : {},
  );
  const head = Object.entries({ ...securityFields(publicUrl), ...fields, "X-Request-Id": id })
    .map(([name, value]) => `${name}: ${String(value)}\r\n`)
    .join("");
  const length = Buffer.isBuffer(body) ? body.length : 0;
  socket.on("error", () => socket.destroy());
  socket.write(
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${head}Content-Length: ${length}\r\nConnection: close\r\n\r\n`,
  );
  socket.end(body, () => socket.destroy());
}
