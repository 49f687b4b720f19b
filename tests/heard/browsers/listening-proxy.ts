import { createServer, request, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { siteAddress } from "#tests/support/ask.ts";

/** What a page is told to remember before anything else of it runs. It is a file of the site's own, as the policy wants. */
const script = `window.told = [];
const tell = (words) => window.told.push(location.pathname + ": " + words);
addEventListener("error", ({ target, message }) => tell(message || "no " + (target.src || target.href)), true);
addEventListener("unhandledrejection", ({ reason }) => tell("refused: " + reason));
document.addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI, sourceFile }) =>
  tell("policy: " + effectiveDirective + " " + blockedURI + " " + sourceFile));
for (const kind of ["error", "warn"]) {
  const own = console[kind];
  console[kind] = (...words) => (tell("console: " + words.join(" ")), own(...words));
}`;
const path = "/js/told.js";

/**
 * The site, with a script at the head of each page that keeps what goes wrong in it in `window.told`: not every browser tells
 * others what stands in its console.
 *
 * @param saysOrigin whether it says of each form that it comes from the site, for a browser that never does
 * @returns where it is
 */
export async function listeningProxy({ saysOrigin = false } = {}): Promise<{ address: string; close: () => void }> {
  const { hostname, port } = new URL(siteAddress());
  const server: Server = createServer((asked, answer) => {
    if (asked.url === path) return void answer.writeHead(200, { "content-type": "text/javascript" }).end(script);
    const headers = { ...asked.headers, "accept-encoding": "identity" };
    if (saysOrigin) headers.origin = `http://${asked.headers.host}`;
    const passed = request({ hostname, port, path: asked.url, method: asked.method, headers }, (given) => {
      const { "content-length": length, ...rest } = given.headers;
      if (!String(given.headers["content-type"]).startsWith("text/html")) {
        answer.writeHead(given.statusCode ?? 502, given.headers);
        return void given.pipe(answer);
      }
      const parts: Buffer[] = [];
      given.on("data", (part: Buffer) => parts.push(part));
      given.on("end", () => {
        answer.writeHead(given.statusCode ?? 502, length ? rest : given.headers);
        answer.end(String(Buffer.concat(parts)).replace("<head>", `<head><script src="${path}"></script>`));
      });
    });
    passed.on("error", () => answer.writeHead(502).end());
    asked.pipe(passed);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => (server.closeAllConnections(), server.close()),
  };
}
