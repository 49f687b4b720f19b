import { createServer, request as ask, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";

export interface LateAnswers {
  /** Where the site is as if on a line on which some answers come late. */
  address: string;
  /** Holds the answer to the next form that is sent to an address ending like this. @returns when the site has given it, and what lets it go */
  holdNext(end: string): { given: Promise<void>; letGo: () => void };
  close(): void;
}

/** Stands before the site. Looking through requests in the browser would lose those that outlive their page. */
export async function openLateAnswers(site: string): Promise<LateAnswers> {
  let held: { end: string; given: () => void; free: Promise<void> } | null = null;
  const server = createServer((request, response) => {
    const { method = "GET", url = "/", headers } = request;
    const mine = method === "POST" && held !== null && url.endsWith(held.end) ? held : null;
    if (mine) held = null;
    const pass = (answer: IncomingMessage) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    };
    const passed = ask(site + url, { method, headers }, (answer) => {
      if (!mine) return pass(answer);
      mine.given();
      void mine.free.then(() => pass(answer));
    });
    passed.on("error", () => response.destroy());
    request.pipe(passed);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    holdNext(end) {
      const [given, free] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
      held = { end, given: given.resolve, free: free.promise };
      return { given: given.promise, letGo: free.resolve };
    },
    close: () => (server.close(), server.closeAllConnections()),
  };
}
