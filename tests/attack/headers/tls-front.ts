import { readFileSync } from "node:fs";
import { createServer as createPlain, request, type IncomingMessage, type ServerResponse } from "node:http";
import { createServer } from "node:https";

/**
 * What a server in front does: it speaks TLS, and leads whoever comes without to it. Each answer goes on as it came.
 *
 * @param port of the site behind
 * @param careless leaves out every field that protects, to show that the graders see it
 */
export async function openFront(
  { key, cert }: { key: string; cert: string },
  ports: { plain: number; tls: number; behind: number },
  careless = false,
) {
  const pass = (asked: IncomingMessage, answer: ServerResponse) => {
    const { method, url: path, headers } = asked;
    const behind = request({ host: "127.0.0.1", port: ports.behind, method, path, headers }, (reply) => {
      const fields = careless ? { "content-type": reply.headers["content-type"] } : reply.headers;
      answer.writeHead(reply.statusCode ?? 502, fields);
      reply.pipe(answer);
    });
    behind.on("error", () => answer.destroy());
    asked.pipe(behind);
  };
  const secure = createServer({ key: readFileSync(key), cert: readFileSync(cert) }, pass);
  const plain = createPlain(({ url }, answer) =>
    answer.writeHead(301, { location: `https://localhost:${ports.tls}${url}` }).end(),
  );
  await new Promise<void>((resolve) => secure.listen(ports.tls, "127.0.0.1", resolve));
  await new Promise<void>((resolve) => plain.listen(ports.plain, "127.0.0.1", resolve));
  return () => {
    for (const server of [secure, plain]) {
      server.closeAllConnections();
      server.close();
    }
  };
}
