import { Agent, request, type IncomingHttpHeaders } from "node:http";

export interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  text: string;
}

export interface Question {
  method: string;
  path: string;
  headers?: Record<string, string>;
  body?: string;
}

const patienceMs = 30_000;
const agent = new Agent({ keepAlive: true, maxSockets: 16 });
let asked = 0;

/** Asks a site through its gate, or a renderer on its socket, whatever no browser would. Each time from another address. */
export function ask(where: { address: string } | { socket: string }, { body, ...question }: Question): Promise<Answer> {
  const place = "socket" in where ? { socketPath: where.socket } : addressOf(where.address);
  const from = `10.${(asked >> 16) & 255}.${(asked >> 8) & 255}.${asked & 255}`;
  asked += 1;
  const client = "socket" in where ? { host: "localhost", "x-client-address": from } : { "x-forwarded-for": from };
  const length = body === undefined ? {} : { "content-length": String(Buffer.byteLength(body)) };
  return new Promise((resolve, reject) => {
    const asking = request({
      ...place,
      ...{ agent, method: question.method, path: question.path, timeout: patienceMs },
      headers: { ...client, ...length, ...question.headers },
    });
    asking.once("timeout", () => asking.destroy(new Error(`No answer to ${question.method} ${question.path}`)));
    asking.once("error", (error: NodeJS.ErrnoException) => {
      // One that was kept open may be closed at the moment it is used again, which says nothing about the question.
      if (error.code === "ECONNRESET" && asking.reusedSocket) resolve(ask(where, { body, ...question }));
      else reject(error);
    });
    asking.once("response", (response) => {
      const parts: Buffer[] = [];
      response.on("data", (part: Buffer) => parts.push(part));
      response.once("error", () => asking.destroy(new Error(`The answer to ${question.path} broke off`)));
      response.once("end", () => {
        const text = Buffer.concat(parts).toString("utf8");
        resolve({ status: response.statusCode ?? 0, headers: response.headers, text });
      });
    });
    asking.end(body);
  });
}

function addressOf(address: string) {
  const { hostname, port } = new URL(address);
  return { host: hostname, port };
}

/** Does something with everything there is, so many at once. */
export async function inTurns<One>(
  all: readonly One[],
  atOnce: number,
  act: (one: One) => Promise<void>,
): Promise<void> {
  const rest = all.values();
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (const one of rest) await act(one);
    }),
  );
}
