import { createReadStream } from "node:fs";
import { connect, type Socket } from "node:net";
import { once } from "node:events";
import type { FileRefusal } from "#lib/domain/files/refusals.ts";
import { readEnv } from "#lib/ops/env.ts";
import { createLog } from "#lib/ops/log.ts";

const patienceMs = 60_000;

/**
 * Asks the virus scanner about a file, where there is one. Null where it finds nothing, or none is set. While one is set and does
 * not answer, nothing is taken: what it would have found must not come in unseen.
 */
export async function scan(path: string): Promise<FileRefusal | null> {
  const { CLAMD_URL } = readEnv();
  if (CLAMD_URL === undefined) return null;
  const answer = await ask(CLAMD_URL, path).catch((error: unknown) => {
    createLog().error({ err: error }, "the virus scanner did not answer");
    return "";
  });
  if (answer.endsWith(" OK")) return null;
  if (answer.endsWith(" FOUND")) return { because: "infected" };
  if (answer) createLog().error({ answer }, "the virus scanner could not look at a file");
  return { because: "not-scanned" };
}

/** What clamd says of a file that is streamed to it: "stream: OK", or "stream: Name-Of-It FOUND". */
async function ask(url: string, path: string): Promise<string> {
  const socket = openSocket(url);
  socket.setTimeout(patienceMs, () => socket.destroy(new Error("it took too long")));
  let answer = "";
  socket.setEncoding("utf8").on("data", (text: string) => (answer += text));
  const closed = once(socket, "close");
  closed.catch(() => undefined);
  await once(socket, "connect");
  await send(socket, path);
  await closed;
  return answer.replaceAll("\0", "").trim();
}

function openSocket(url: string): Socket {
  if (url.startsWith("unix:")) return connect(url.replace(/^unix:(?:\/\/)?/, ""));
  const { hostname, port } = new URL(url);
  return connect(Number(port), hostname.replace(/^\[|\]$/g, ""));
}

/** Each piece follows its length; a length of nothing ends them. It may answer, and close, before it has had all of them. */
async function send(socket: Socket, path: string): Promise<void> {
  socket.write("zINSTREAM\0");
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
    if (!socket.writable) return;
    socket.write(lengthOf(chunk.length));
    if (!socket.write(chunk)) await drained(socket);
  }
  socket.write(lengthOf(0));
}

async function drained(socket: Socket): Promise<void> {
  const waiting = new AbortController();
  const { signal } = waiting;
  const either = [once(socket, "drain", { signal }), once(socket, "close", { signal })];
  await Promise.race(either).finally(() => waiting.abort());
}

function lengthOf(bytes: number): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(bytes);
  return length;
}
