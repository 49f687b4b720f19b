import "#lib/ops/held-tick.ts";
import { createServer, type IncomingHttpHeaders } from "node:http";

/*
 * The least a server of this kind can do: the same bytes for everybody, from memory. Told what to say by whoever begins it.
 */
let said: { headers: string[]; body: Buffer } = { headers: [], body: Buffer.alloc(0) };

process.on("message", ({ headers, body }: { headers: IncomingHttpHeaders; body: string }) => {
  const bytes = Buffer.from(body, "base64");
  const left = new Set(["connection", "keep-alive", "date", "transfer-encoding"]);
  const pairs = Object.entries(headers).filter(([name]) => !left.has(name));
  said = { headers: pairs.flatMap(([name, value]) => [name, String(value)]), body: bytes };
  process.send?.("ready");
});

const server = createServer((_request, response) => response.writeHead(200, said.headers).end(said.body));
server.listen(0, "127.0.0.1", () => process.send?.(server.address()));
