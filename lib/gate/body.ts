import type { IncomingMessage, ServerResponse } from "node:http";

/** How many bytes of forms are held at once, over all connections, and how long one form may take, in milliseconds. */
export interface BodyLimits {
  heldBytes: number;
  requestMs: number;
}

/** A whole form. It counts against what is held until it is let go. */
export interface Body {
  bytes: Buffer;
  letGo: () => void;
}

interface Reading {
  bytes: number;
  giveWay: () => void;
}

/** How long whoever is turned away may go on sending, so that they come to read why. */
const lingerMs = 2000;

/**
 * Reads forms whole, before they take a turn: a slow sender must not hold one. When more would be held than may be, the largest
 * of those on their way gives way, so that a crowd of large ones keeps nobody from sending a small one.
 */
export function createBodies({ heldBytes, requestMs }: BodyLimits) {
  const reading = new Set<Reading>();
  let held = 0;

  function makeRoom(): void {
    while (held > heldBytes && reading.size > 0)
      [...reading].reduce((one, other) => (other.bytes > one.bytes ? other : one)).giveWay();
  }

  /**
   * The length of a form has been checked. The connection of one that has not come in time is ended.
   *
   * @returns null where it had to give way
   * @throws Error when it breaks off
   */
  return async function read(request: IncomingMessage, response: ServerResponse): Promise<Body | null> {
    if (hasNoBody(request)) return { bytes: Buffer.alloc(0), letGo: () => undefined };
    let chunks: Buffer[] = [];
    const one: Reading = { bytes: 0, giveWay };
    const letGo = () => {
      reading.delete(one);
      held -= one.bytes;
      one.bytes = 0;
    };
    let gaveWay = false;
    let left = () => {};
    function giveWay() {
      gaveWay = true;
      chunks = [];
      letGo();
      setTimeout(() => left(), lingerMs).unref();
    }
    reading.add(one);
    invite(request, response);
    const timer = setTimeout(() => request.destroy(), requestMs);
    const whole = new Promise<Body | null>((resolve, reject) => {
      left = () => resolve(null);
      request.on("data", (chunk: Buffer) => {
        if (gaveWay) return;
        chunks.push(chunk);
        one.bytes += chunk.length;
        held += chunk.length;
        makeRoom();
      });
      request.once("end", () => {
        reading.delete(one);
        resolve(gaveWay ? null : { bytes: Buffer.concat(chunks), letGo });
      });
      request.once("error", reject);
      request.once("close", () => request.complete || reject(new Error("A form broke off")));
    });
    return whole
      .catch((error: unknown) => (letGo(), Promise.reject(error as Error)))
      .finally(() => clearTimeout(timer));
  };
}

/**
 * Whether a request came without a body, so that Node has no stream for one (`optimizeEmptyRequests`) and none of its events will
 * come. To be asked before anything is read.
 */
export const hasNoBody = (request: IncomingMessage): boolean => request.readableEnded;

/** Tells a client that asked first to send its form. */
export function invite(request: IncomingMessage, response: ServerResponse): void {
  if (request.headers.expect !== undefined) response.writeContinue();
}
