import { createServer, type Server } from "node:net";
import type { AddressInfo } from "node:net";
import { canary, hidden } from "./shapes.ts";

/** A server with one fault of each kind, which must be noticed. */
export async function openNaive(): Promise<{ port: number; printed: string; requests: string[]; close: () => Server }> {
  const say = (status: string, more = "", body = "") =>
    `HTTP/1.1 ${status}\r\n${more}Content-Length: ${body.length}\r\nConnection: close\r\n\r\n${body}`;
  const answers: [string, string][] = [
    ["/%zz", say("500 Internal Server Error")],
    ["//evil.example", say("302 Found", "Location: //evil.example/\r\n")],
    ["/leak", say("400 Bad Request", "", "TypeError: x\n    at read (/srv/app/lib/page.js:1:2)")],
    ["/hang", ""],
  ];
  const server = createServer((socket) => {
    socket.on("error", () => undefined);
    socket.on("data", (chunk) => {
      const answer = answers.find(([target]) => chunk.toString("latin1").startsWith(`GET ${target} `))?.[1];
      if (answer) socket.end(answer);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    port: (server.address() as AddressInfo).port,
    printed: [
      `{"level":50,"msg":"failed"}`,
      `{"level":30,"path":"/?token=${canary}"}`,
      `{"level":30,"path":"${hidden}"}`,
      "UnhandledPromiseRejection: x",
    ].join("\n"),
    requests: answers.map(([target]) => `GET ${target} HTTP/1.1\r\nHost: localhost\r\n\r\n`),
    close: () => server.close(),
  };
}
