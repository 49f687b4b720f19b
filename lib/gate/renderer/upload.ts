import { Agent, request as ask, type IncomingMessage } from "node:http";
import { mostHeadBytes, received, whatFailed, type Message, type Outcome } from "#lib/gate/renderer/forward.ts";
import { createTurns } from "#lib/gate/renderer/turns.ts";

/**
 * What uploads may cost: how many at once, how long one may take on its way, how slow it may be once a while has passed (in
 * bytes a second), and how long its answer may take after its last byte. In milliseconds.
 */
export interface UploadLimits {
  uploadsAtOnce: number;
  uploadMs: number;
  slowMs: number;
  slowest: number;
  answerMs: number;
  pageBytes: number;
}

export const uploadLimits: Omit<UploadLimits, "pageBytes"> = {
  uploadsAtOnce: 64,
  uploadMs: 15 * 60_000,
  slowMs: 30_000,
  slowest: 4096,
  answerMs: 180_000,
};

// Each has a connection of its own, which whoever answers early keeps open, so that the answer arrives.
const agent = new Agent({ keepAlive: true, maxFreeSockets: 0 });

/**
 * The way of large forms to the renderers, piece by piece as they come: nothing of them is held here. They have turns of
 * their own, as a slow sender must not keep a page from anybody. Sending never rejects.
 *
 * @param begun is called where it has a turn, before any of it is read
 * @returns "slow" where whoever sends was too slow to be waited for
 */
export function createUploader(socketPaths: readonly string[], limits: UploadLimits) {
  const turns = createTurns(limits.uploadsAtOnce, 0);
  let next = 0;

  return async function upload(message: Message, body: IncomingMessage, begun = () => {}): Promise<Outcome | "slow"> {
    const release = await turns.take(new AbortController().signal);
    if (!release) return drained<Outcome>(body, { failed: "busy" });
    begun();
    try {
      next = (next + 1) % socketPaths.length;
      const inTurn = [...socketPaths.slice(next), ...socketPaths.slice(0, next)];
      return await sendToOne(inTurn, message, body, limits);
    } finally {
      release();
    }
  };
}

async function sendToOne(
  socketPaths: readonly string[],
  message: Message,
  body: IncomingMessage,
  limits: UploadLimits,
) {
  for (const socketPath of socketPaths) {
    const outcome = await sendTo(socketPath, message, body, limits);
    // Nobody listened there, so nothing of it has been read.
    if (outcome !== "away") return outcome;
  }
  return drained<Outcome>(body, { failed: "away" });
}

function sendTo(
  socketPath: string,
  message: Message,
  body: IncomingMessage,
  limits: UploadLimits,
): Promise<Outcome | "slow" | "away"> {
  return new Promise((resolve) => {
    const { method, path, fields: headers } = message;
    const upstream = ask({ agent, socketPath, method, path, headers, maxHeaderSize: mostHeadBytes });
    let answered = false;
    let late: NodeJS.Timeout | undefined;
    const stopMetering = meter(body, limits, () => settle("slow"));
    const settle = (outcome: Outcome | "slow" | "away") => {
      stopMetering();
      clearTimeout(late);
      // A form that is cut short must not look complete to whoever reads it.
      if (typeof outcome === "string" || "failed" in outcome) upstream.destroy();
      resolve(outcome);
    };
    body.once("close", () => body.complete || settle({ failed: "broken" }));
    body.once("end", () => {
      stopMetering();
      late = setTimeout(() => settle({ failed: "late" }), limits.answerMs);
    });
    upstream.once("socket", (socket) => socket.once("connect", () => body.pipe(upstream)));
    upstream.on("error", (error: NodeJS.ErrnoException) => {
      const failed = whatFailed(upstream, message, error);
      if ("failed" in failed && failed.failed === "away") return settle("away");
      void drained(body, null).then(() => answered || settle({ failed: "broken" }));
    });
    upstream.once("response", async (reply) => {
      answered = true;
      const outcome = await received(reply, limits.pageBytes, message.whole);
      // A browser that is still sending does not listen, and whoever has answered does not read.
      const early = !body.complete;
      await drained(body, null);
      if (early) reply.once("close", () => upstream.destroy());
      settle(outcome);
    });
  });
}

/** Says when a body has taken too long on its way. @returns how to stop watching */
function meter(body: IncomingMessage, { uploadMs, slowMs, slowest }: UploadLimits, tooSlow: () => void): () => void {
  const started = performance.now();
  const before = body.socket.bytesRead;
  const watch = setInterval(
    () => {
      const ms = performance.now() - started;
      const bytes = body.socket.bytesRead - before;
      if (ms > uploadMs || (ms > slowMs && bytes < ((ms - slowMs) / 1000) * slowest)) tooSlow();
    },
    Math.min(1000, slowMs),
  );
  return () => clearInterval(watch);
}

/** Lets go what nobody wants, so that whoever sends it comes to read the answer. */
function drained<Answer>(body: IncomingMessage, answer: Answer): Promise<Answer> {
  if (body.complete || body.destroyed) return Promise.resolve(answer);
  return new Promise((resolve) => {
    body.once("close", () => resolve(answer)).once("end", () => resolve(answer));
    body.unpipe();
    body.resume();
  });
}
