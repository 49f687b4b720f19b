import { mkdtemp, rm } from "node:fs/promises";
import { createServer, request, type IncomingHttpHeaders, type RequestListener, type Server } from "node:http";
import { connect, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { createErrorPages } from "#lib/gate/error-pages.ts";
import { closeGate, createGate, type GateOptions } from "#lib/gate/server.ts";
import { createLog } from "#lib/ops/log.ts";

export type Reply = { status: number; headers: IncomingHttpHeaders; body: Buffer; text: string };
type Ask = { method?: string; headers?: Record<string, string>; body?: string };

/** A renderer program on a socket of its own, answering as the test says; ended with the test. */
export async function aRenderer(render: RequestListener) {
  const folder = await mkdtemp(join(tmpdir(), "gate-"));
  const socketPath = join(folder, "renderer.sock");
  const server = createServer({ maxHeaderSize: 192 * 1024 }, render);
  await new Promise<void>((resolve) => server.listen(socketPath, resolve));
  onTestFinished(async () => {
    server.closeAllConnections();
    server.close();
    await rm(folder, { recursive: true, force: true });
  });
  return { socketPath, server };
}

/** The real gate on a port of its own before such a renderer. `lines` holds what it has logged. */
export async function aGate(render: RequestListener, options: Partial<GateOptions> = {}) {
  const { socketPath, server: renderer } = await aRenderer(render);
  const lines: Record<string, unknown>[] = [];
  const log = createLog("info", {
    write: (line: string) => void lines.push(JSON.parse(line) as Record<string, unknown>),
  });
  const isDatabaseUp = async () => true;
  const errorPages = createErrorPages();
  const gate = createGate({ socketPaths: [socketPath], hosts: [], isDatabaseUp, errorPages, log, ...options });
  const port = await listening(gate);
  onTestFinished(() => closeGate(gate, 0));
  return {
    gate,
    port,
    lines,
    renderer,
    errorPages,
    socketPath,
    ask: asking(port),
    raw: (bytes: string | Buffer) => raw(port, bytes),
  };
}

async function listening(gate: Server): Promise<number> {
  await new Promise<void>((resolve) => gate.listen(0, "127.0.0.1", resolve));
  return (gate.address() as AddressInfo).port;
}

function asking(port: number) {
  return (path: string, { method = "GET", headers = {}, body }: Ask = {}) =>
    new Promise<Reply>((resolve, reject) => {
      const asked = request({ host: "127.0.0.1", port, path, method, headers, agent: false }, async (reply) => {
        const chunks: Buffer[] = [];
        try {
          for await (const chunk of reply as AsyncIterable<Buffer>) chunks.push(chunk);
        } catch (error) {
          return reject(error);
        }
        const whole = Buffer.concat(chunks);
        resolve({ status: reply.statusCode ?? 0, headers: reply.headers, body: whole, text: whole.toString("utf8") });
      });
      asked.on("error", reject);
      asked.end(body);
    });
}

/** Sends bytes as they are and reads until the other side closes; rejects when it has not after five seconds. */
function raw(port: number, bytes: string | Buffer): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, "127.0.0.1", () => socket.write(bytes));
    let text = "";
    socket.setTimeout(5000, () => {
      reject(new Error(`no end after five seconds; so far: ${text}`));
      socket.destroy();
    });
    socket.on("data", (chunk) => (text += chunk.toString("latin1")));
    socket.on("error", () => undefined);
    socket.on("close", () => resolve(text));
  });
}

/** A page as Next writes it: a preload, marks, framework script, and the content a second time. */
export function aPage(main: string, { head = "", title = "A page" } = {}): string {
  return (
    `<!DOCTYPE html><!--kq3bVn0Xw--><html lang="en-GB"><head><meta charSet="utf-8"/>` +
    `<meta name="viewport" content="width=device-width, initial-scale=1"/>` +
    `<link rel="stylesheet" href="/_next/static/css/3f1.css" data-precedence="next"/>` +
    `<link rel="preload" as="script" fetchPriority="low" href="/_next/static/chunks/webpack-1f.js"/>` +
    `<script src="/_next/static/chunks/main-app-22.js" async=""></script>${head}<title>${title}</title>` +
    `<script src="/_next/static/chunks/polyfills.js" noModule=""></script></head>` +
    `<body><div hidden=""><!--$--><!--/$--></div><main>${main}</main><!--$--><!--/$-->` +
    `<script src="/_next/static/chunks/webpack-1f.js" id="_R_" async=""></script>` +
    `<script>(self.__next_f=self.__next_f||[]).push([0])</script>` +
    `<script>self.__next_f.push([1,"0:[\\"$\\",\\"main\\",null,{\\"children\\":\\"\\u003cb>${main.length}<\\/script><p>trap</p>\\"}]"])</script>` +
    `</body></html>`
  );
}

/** The one tag by which a page speaks to the gate. */
export function aDirective(said: object): string {
  return `<meta name="gate" content="${JSON.stringify(said).replaceAll("&", "&amp;").replaceAll('"', "&quot;")}"/>`;
}

/** A renderer that answers every request with this page. */
export function rendering(
  html: string,
  status = 200,
  headers: Record<string, string | string[]> = {},
): RequestListener {
  return (_request, response) => {
    response.writeHead(status, { "content-type": "text/html; charset=utf-8", ...headers });
    response.end(html);
  };
}
