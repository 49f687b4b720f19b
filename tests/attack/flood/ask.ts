import { Agent, request } from "node:http";

export interface Told {
  status: number;
  ms: number;
  /** Whether a refusal says when to come again. */
  again: boolean;
}

/** Somebody with one connection and an address of their own, as a proxy would tell it. */
export function createAsker(port: number, number: number) {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const from = `10.${(number >> 16) & 255}.${(number >> 8) & 255}.${number & 255}`;

  /** @returns what was answered; status 0 where the connection was cut or nothing came in half a minute */
  return function ask(path: string, form?: string): Promise<Told> {
    const begun = performance.now();
    const headers: Record<string, string> = { "x-forwarded-for": from, "accept-encoding": "gzip", accept: "text/html" };
    if (form !== undefined) {
      headers["content-type"] = "application/x-www-form-urlencoded";
      headers["content-length"] = String(Buffer.byteLength(form));
      headers["sec-fetch-site"] = "same-origin";
    }
    return new Promise((resolve) => {
      const end = (status: number, again = false) => resolve({ status, again, ms: performance.now() - begun });
      const method = form === undefined ? "GET" : "POST";
      const asked = request({ agent, port, host: "127.0.0.1", path, method, headers, timeout: 30_000 }, (reply) => {
        const again = Number(reply.headers["retry-after"]) > 0;
        reply.on("error", () => end(0));
        reply.on("end", () => end(reply.statusCode ?? 0, again));
        reply.resume();
      });
      asked.on("timeout", () => asked.destroy());
      asked.on("error", () => end(0));
      asked.end(form);
    });
  };
}
