import { Agent, request, type ClientRequest, type IncomingHttpHeaders, type IncomingMessage } from "node:http";
import { createTurns } from "#lib/gate/renderer/turns.ts";

/**
 * What is asked for waits in a queue of its kind, so that none keeps another waiting: what is dear to make, such as a search
 * that nobody has made before; other pages for everybody; and what somebody does of their own, such as sending a form.
 */
export type Queue = "dear" | "public" | "own";

/**
 * How much the renderer is asked to bear: answers at once, of the public ones and the dear ones among them, requests in each
 * queue, the longest wait for what is dear, and how long all who wait may take together before whoever came last goes first;
 * milliseconds from arrival, and the same while the database is away; bytes of a page.
 */
export type ForwardLimits = {
  renders: number;
  publicRenders: number;
  dearRenders: number;
  waiting: number;
  dearWaiting: number;
  dearMs: number;
  fairMs: number;
  deadlineMs: number;
  awayMs: number;
  pageBytes: number;
};

/** How long a head between the gate and a renderer may be: more than the gate lets through, which a redirect may repeat. */
export const mostHeadBytes = 192 * 1024;

/** A checked request as the renderer gets it: the path with its query, and only the fields the gate chose. */
export type Message = {
  method: "GET" | "POST";
  path: string;
  fields: Record<string, string>;
  body?: Buffer;
  /** Whether the answer is wanted whole, whatever it is. */
  whole?: boolean;
  queue?: Queue;
};

/** The renderer's answer: HTML, and what was wanted whole, in memory; anything else as it comes. */
export type Rendered = { status: number; headers: IncomingHttpHeaders; body: Buffer | IncomingMessage };

/** No answer: the queue was full, nobody listens, time was up, or what came was cut short or too long. */
export type Failed = { failed: "busy" | "away" | "late" | "broken" };

export type Outcome = Rendered | Failed;
export type Forward = (message: Message, gone?: AbortSignal) => Promise<Outcome>;

/** How many requests of each queue are being made, and how many wait for that. */
export type Waits = Record<Queue, { taken: number; waiting: number }>;

export const forwardLimits: ForwardLimits = {
  renders: 16,
  publicRenders: 8,
  dearRenders: 4,
  waiting: 128,
  // A crowd that is told to wait at once asks again at once; one that waits costs nothing.
  dearWaiting: 1000,
  dearMs: 5000,
  fairMs: 2000,
  deadlineMs: 8000,
  awayMs: 2000,
  pageBytes: 2 * 1024 * 1024,
};

/**
 * The way to the renderers over their unix sockets: to the one that has least to do, or to another where that one is away.
 * Asking never rejects.
 * A client that is `gone` leaves the queue. A render once begun is read to its end all the same: the renderer finishes it anyway,
 * so giving its turn away earlier would let abandoned requests pile up behind the bound.
 *
 * @param isAway whether the database is known not to answer, so that nobody is kept waiting for what cannot come
 */
export function createForwarder(
  socketPaths: readonly string[],
  limits: ForwardLimits = forwardLimits,
  isAway = () => false,
): Forward & { waits: () => Waits } {
  const routes = socketPaths.map((socketPath): Route => ({
    agent: new Agent({ keepAlive: true }),
    socketPath,
    open: 0,
    lateAt: -Infinity,
  }));
  const turns = turnsWithin(limits);

  const forward: Forward = async (message, gone) => {
    const patienceMs = isAway() ? Math.min(limits.awayMs, limits.deadlineMs) : limits.deadlineMs;
    const until = performance.now() + patienceMs;
    const queue = message.queue ?? "own";
    const longestMs = queue === "dear" ? Math.min(limits.dearMs, patienceMs) : patienceMs;
    const release = await waitForTurn(turns[queue], longestMs, gone);
    if (!release) return { failed: "busy" };
    try {
      return await exchangeWithOne(routes, message, until, limits.pageBytes);
    } finally {
      release();
    }
  };
  const waits = () => ({ own: turns.own.count(), public: turns.public.count(), dear: turns.dear.count() });
  return Object.assign(forward, { waits });
}

const turnsWithin = ({ renders, publicRenders, dearRenders, waiting, dearWaiting, fairMs }: ForwardLimits) => ({
  own: createTurns(renders, waiting),
  public: createTurns(Math.min(publicRenders, renders), waiting, fairMs),
  dear: createTurns(Math.min(dearRenders, renders), dearWaiting, fairMs),
});

async function waitForTurn(turns: ReturnType<typeof createTurns>, ms: number, gone: AbortSignal | undefined) {
  const ended = new AbortController();
  const end = () => ended.abort();
  if (gone?.aborted) end();
  gone?.addEventListener("abort", end);
  const timer = setTimeout(end, ms);
  const release = await turns.take(ended.signal);
  clearTimeout(timer);
  gone?.removeEventListener("abort", end);
  return release;
}

/** The way to one renderer, how many requests it has at the moment, and when it last failed to answer in time. */
type Route = { agent: Agent; socketPath: string; open: number; lateAt: number };
const shunnedMs = 10_000;

async function exchangeWithOne(routes: Route[], message: Message, until: number, pageBytes: number): Promise<Outcome> {
  let outcome: Outcome = { failed: "away" };
  const shunned = ({ lateAt }: Route) => Number(performance.now() - lateAt < shunnedMs);
  for (const route of routes.toSorted((one, two) => shunned(one) - shunned(two) || one.open - two.open)) {
    route.open += 1;
    outcome = await exchange(route, message, until, pageBytes).finally(() => (route.open -= 1));
    if ("failed" in outcome && outcome.failed === "late") route.lateAt = performance.now();
    // Nobody listens there, so nothing was done.
    if (!("failed" in outcome && outcome.failed === "away")) break;
  }
  return outcome;
}

async function exchange(route: Route, message: Message, until: number, pageBytes: number): Promise<Outcome> {
  const first = await attempt(route, message, until, pageBytes);
  // The renderer may close an idle connection in the moment it is used again; that says nothing about the request.
  if ("stale" in first) return withoutStale(await attempt(route, message, until, pageBytes));
  return first;
}

function withoutStale(outcome: Outcome | { stale: true }): Outcome {
  return "stale" in outcome ? { failed: "broken" } : outcome;
}

function attempt(route: Route, message: Message, until: number, pageBytes: number): Promise<Outcome | { stale: true }> {
  return new Promise((resolve) => {
    const { agent, socketPath } = route;
    const { method, path, fields: headers } = message;
    const upstream = request({ agent, socketPath, method, path, headers, maxHeaderSize: mostHeadBytes });
    const timer = setTimeout(
      () => {
        settle({ failed: "late" });
        upstream.destroy();
      },
      Math.max(1, until - performance.now()),
    );
    const settle = (outcome: Outcome | { stale: true }) => {
      clearTimeout(timer);
      resolve(outcome);
    };
    upstream.on("error", (error: NodeJS.ErrnoException) => settle(whatFailed(upstream, message, error)));
    upstream.on("response", async (reply) => settle(await received(reply, pageBytes, message.whole)));
    upstream.end(message.body);
  });
}

/** What an error of a request means for whoever asked. */
export function whatFailed(
  upstream: ClientRequest,
  { method }: Message,
  error: NodeJS.ErrnoException,
): Failed | { stale: true } {
  if (error.code === "ECONNREFUSED" || error.code === "ENOENT") return { failed: "away" };
  const dropped = error.code === "ECONNRESET" || error.code === "EPIPE";
  return dropped && upstream.reusedSocket && method === "GET" ? { stale: true } : { failed: "broken" };
}

/** A renderer's answer: a page, and what is wanted whole, read to its end. */
export async function received(reply: IncomingMessage, pageBytes: number, whole = false): Promise<Outcome> {
  const { statusCode: status = 502, headers } = reply;
  if (!whole && !isHtml(headers)) return { status, headers, body: reply };
  const body = await collect(reply, pageBytes);
  return body ? { status, headers, body } : { failed: "broken" };
}

/** Whether an answer is a page. */
export const isHtml = (headers: IncomingHttpHeaders): boolean =>
  headers["content-type"]?.startsWith("text/html") ?? false;

async function collect(reply: IncomingMessage, pageBytes: number): Promise<Buffer | null> {
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of reply as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (size > pageBytes) return null;
      chunks.push(chunk);
    }
  } catch {
    return null;
  }
  return reply.complete ? Buffer.concat(chunks) : null;
}
