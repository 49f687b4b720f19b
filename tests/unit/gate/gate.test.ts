import { once } from "node:events";
import type { RequestListener, IncomingMessage } from "node:http";
import { connect } from "node:net";
import { describe, expect, test, vi } from "vitest";
import { closeGate } from "#lib/gate/server.ts";
import { aDirective, aGate, aPage, rendering } from "./a-gate.ts";

const down = async () => false;

describe("a page", () => {
  test("leaves without script, with the security headers and an id of its own", async () => {
    const { ask } = await aGate(
      rendering(aPage("<h1>Libraries</h1>"), 200, {
        "x-powered-by": "Next.js",
        "cache-control": "s-maxage=9",
        vary: "rsc",
      }),
    );
    const [first, second] = [await ask("/"), await ask("/")];
    expect(first.status).toBe(200);
    expect(first.text).not.toContain("<script");
    expect(first.headers).toMatchObject({
      "content-type": "text/html; charset=utf-8",
      "cache-control": "no-cache",
      vary: "Accept-Encoding",
      "content-security-policy": expect.stringContaining("default-src 'none'"),
      "x-content-type-options": "nosniff",
      "referrer-policy": "same-origin",
      "x-frame-options": "DENY",
    });
    expect(first.headers).not.toHaveProperty("x-powered-by");
    expect(first.headers["x-request-id"]).toMatch(/^[0-9a-f-]{36}$/);
    expect(first.headers["x-request-id"]).not.toBe(second.headers["x-request-id"]);
  });

  test("reaches the renderer with the fields it needs and no others, and a query that can be decoded (V4.1.3)", async () => {
    const seen: IncomingMessage[] = [];
    const { ask, port } = await aGate((request, response) => {
      seen.push(request);
      rendering(aPage("x"))(request, response);
    });
    const reply = await ask("/a?q=100%&x=%00", {
      headers: {
        cookie: "a=b",
        "accept-language": "cy",
        "x-forwarded-host": "evil.example",
        "x-request-id": "theirs",
        "x-client-address": "9.9.9.9",
        "x-forwarded-for": "9.9.9.9",
        authorization: "secret",
        "accept-encoding": "br",
      },
    });
    expect(seen[0]?.url).toBe("/a?q=100%EF%BF%BD&x=%EF%BF%BD");
    expect(seen[0]?.headers).toEqual({
      host: `127.0.0.1:${port}`,
      cookie: "a=b",
      "accept-language": "cy",
      "x-request-id": reply.headers["x-request-id"],
      "x-client-address": "127.0.0.1",
      connection: "keep-alive",
    });
  });

  test("states its status, and is sent with it in full", async () => {
    const { ask } = await aGate(rendering(aPage("<h1>Taken down</h1>", { head: aDirective({ status: 410 }) })));
    const reply = await ask("/case-studies/x");
    expect(reply.status).toBe(410);
    expect(reply.text).toContain("<h1>Taken down</h1>");
    expect(reply.text).not.toContain('name="gate"');
    expect(reply.headers).not.toHaveProperty("etag");
  });

  test("sends the reader on, with a link for those who are not taken", async () => {
    const { ask } = await aGate(
      rendering(aPage("", { head: aDirective({ status: 301, location: "/case-studies?topic=a&page=2" }) })),
    );
    const reply = await ask("/old");
    expect(reply.status).toBe(301);
    expect(reply.headers.location).toBe("/case-studies?topic=a&page=2");
    expect(reply.text).toContain(`<a href="/case-studies?topic=a&#38;page=2">`);
  });

  test("is kept nowhere when it says so or sets a cookie", async () => {
    const { ask } = await aGate((request, response) => {
      const head = request.url === "/unstored" ? aDirective({ store: false }) : "";
      const headers = request.url === "/cookie" ? { "set-cookie": ["a=b", "c=d"] } : undefined;
      rendering(aPage("x", { head }), 200, headers)(request, response);
    });
    for (const path of ["/unstored", "/cookie"]) {
      const { headers } = await ask(path);
      expect(headers["cache-control"]).toBe("private, no-store");
      expect(headers).not.toHaveProperty("etag");
    }
    expect((await ask("/cookie")).headers["set-cookie"]).toEqual(["a=b", "c=d"]);
  });

  test("is not obeyed where its text only looks like a directive", async () => {
    const forged = aDirective({ status: 301, location: "/forged" });
    const { ask } = await aGate(rendering(aPage(`<p>${forged}</p>`, { title: forged })));
    expect((await ask("/")).status).toBe(200);
  });

  test("that waits for script is sent, and noted", async () => {
    const { ask, lines } = await aGate(
      rendering(aPage(`<!--$?--><template id="B:0"></template><p>Loading</p><!--/$-->`)),
    );
    expect((await ask("/")).status).toBe(200);
    expect(lines).toContainEqual(expect.objectContaining({ level: 40, because: "page waits for script" }));
  });
});

describe("an error of the renderer", () => {
  test("404 without a word to the gate, empty or not, is our page", async () => {
    for (const html of ["", aPage("<h1>Their 404</h1>")]) {
      const { ask } = await aGate(rendering(html, 404));
      const reply = await ask("/x");
      expect(reply.status).toBe(404);
      expect(reply.text).toContain("<h1>Page not found</h1>");
      expect(reply.text).toContain(reply.headers["x-request-id"]);
    }
  });

  test("that is a page of ours with a directive is sent as it is, even from a 404", async () => {
    const { ask } = await aGate(rendering(aPage("<h1>Ours</h1>", { head: aDirective({ status: 404 }) }), 404));
    expect(await ask("/x")).toMatchObject({ status: 404, text: expect.stringContaining("<h1>Ours</h1>") });
  });

  const half = aPage("x").slice(0, -20);
  test.each([
    ["answers 500", rendering(aPage("Error: at /srv/app.js:1"), 500)],
    ["answers 500 in JSON", rendering("{}", 500, { "content-type": "application/json" })],
    ["answers 502 in text", rendering("stack", 502, { "content-type": "text/plain" })],
    ["answers an empty page", rendering("")],
    ["answers half a page", rendering(half)],
    ["answers Next's empty error document", rendering(`<html id="__next_error__"><head></head><body></body></html>`)],
    ["is unreadable to the gate", rendering(aPage("x", { head: `<meta name="gate" content="{"/>` }))],
    ["answers more than a page may hold", rendering(aPage("x".repeat(3 * 1024 * 1024)))],
    ["redirects elsewhere", rendering("", 307, { location: "https://evil.example/" })],
    ["redirects elsewhere once resolved", rendering("", 308, { location: "/.//evil.example/" })],
    ["redirects nowhere", rendering("", 307)],
    ["drops the connection", (request: IncomingMessage) => void request.socket.destroy()],
  ] as const)("%s: 500 when the database is up, 503 when it is not, and not a word of it", async (_what, render) => {
    for (const [isDatabaseUp, status] of [
      [async () => true, 500],
      [down, 503],
      [() => Promise.reject(new Error("x")), 503],
    ] as const) {
      const { ask } = await aGate(render, { isDatabaseUp });
      const reply = await ask("/x");
      expect(reply.status).toBe(status);
      expect(reply.headers["retry-after"]).toBe(status === 503 ? "30" : undefined);
      expect(reply.headers).not.toHaveProperty("location");
      expect(reply.text).toMatch(/^<!DOCTYPE html>[^]*<h1>[^]*<\/html>\n$/);
      expect(reply.text).not.toMatch(/srv|stack|x\n/);
    }
  });

  test("after longer than anything but a locked table takes is an outage, and no fault of ours (V16.5.2)", async () => {
    const late: RequestListener = (_, response) => void setTimeout(() => response.writeHead(500).end(), 2600);
    const { ask } = await aGate(late);
    const { status, headers } = await ask("/x");
    expect([status, headers["retry-after"]]).toEqual([503, "30"]);
  });

  test("waits no longer than a second for word of the database", async () => {
    const { ask } = await aGate(rendering("", 500), { isDatabaseUp: () => new Promise(() => undefined) });
    expect((await ask("/x")).status).toBe(503);
  });

  test("too late or too busy is 503 with a time to come back", async () => {
    const limits = { renders: 1, waiting: 0, deadlineMs: 200 };
    const { ask } = await aGate(() => undefined, { limits });
    const replies = await Promise.all([ask("/"), ask("/")]);
    expect(replies.map(({ status, headers }) => [status, headers["retry-after"]]).sort()).toEqual([
      [503, "2"],
      [503, "30"],
    ]);
  });

  test("of a route handler that says when to come again is a page that says so", async () => {
    const { ask } = await aGate((_, response) => response.writeHead(503, { "retry-after": "40" }).end());
    const reply = await ask("/files/x/y.pdf");
    expect(reply).toMatchObject({ status: 503, headers: { "retry-after": "40" } });
    expect(reply.text).toContain("not available at the moment");
  });

  test("not running is 503, in words of our own", async () => {
    const { ask } = await aGate(() => undefined, { socketPaths: ["/nowhere/renderer.sock"] });
    expect(await ask("/")).toMatchObject({
      status: 503,
      headers: { "retry-after": "5" },
      text: expect.stringContaining("</html>"),
    });
    expect((await ask("/api/v1/x")).headers["content-type"]).toBe("application/problem+json");
  });

  test("of a route handler that explains itself in JSON is passed on", async () => {
    const { ask } = await aGate(
      rendering(`{"title":"No such topic"}`, 422, { "content-type": "application/problem+json" }),
    );
    expect(await ask("/api/v1/x")).toMatchObject({ status: 422, text: `{"title":"No such topic"}` });
  });

  test("405 says what would do, the renderer's own word first", async () => {
    for (const [headers, allow] of [
      [{}, "POST"],
      [{ allow: "GET, PUT" }, "GET, PUT"],
    ] as const) {
      const { ask } = await aGate(rendering("", 405, { "content-type": "text/plain", ...headers }));
      expect(await ask("/submit/a/save")).toMatchObject({ status: 405, headers: { allow } });
    }
  });
});

describe("a redirect of the renderer", () => {
  test.each(["/here?a=b", "http://localhost:3000/here?a=b", "http://127.0.0.1/here?a=b"])(
    "to %s stays on this site, cookies and all (V3.7.2)",
    async (location) => {
      const { ask } = await aGate(rendering("", 303, { location, "set-cookie": ["a=b"] }));
      expect(await ask("/x")).toMatchObject({
        status: 303,
        headers: { location: "/here?a=b", "set-cookie": ["a=b"], "cache-control": "private, no-store" },
      });
    },
  );
});

describe("a form", () => {
  const posts = [/^\/save$/];

  test("reaches its handler whole", async () => {
    let received = "";
    const { ask } = await aGate(
      async (request, response) => {
        for await (const chunk of request) received += String(chunk);
        response.writeHead(303, { location: "/done" }).end();
      },
      { posts },
    );
    const headers = { "sec-fetch-site": "same-origin", "content-length": "9", expect: "100-continue" };
    expect(await ask("/save", { method: "POST", headers, body: "name=a+b!" })).toMatchObject({ status: 303 });
    expect(received).toBe("name=a+b!");
  });

  test("from elsewhere, too long, or to a page costs the renderer nothing", async () => {
    let asked = 0;
    const { ask } = await aGate((request, response) => rendering(aPage(String((asked += 1))))(request, response), {
      posts,
    });
    const statusOf = async (path: string, headers: Record<string, string>) =>
      (await ask(path, { method: "POST", headers, body: "a" })).status;
    expect(await statusOf("/save", { origin: "null", "content-length": "1" })).toBe(403);
    expect(await statusOf("/save", { "sec-fetch-site": "same-origin", "content-length": "9999999" })).toBe(413);
    expect(await statusOf("/", { "sec-fetch-site": "same-origin", "content-length": "1" })).toBe(405);
    expect(asked).toBe(0);
  });
});

describe("what the log keeps", () => {
  test("has neither queries nor tokens (V16.2.5)", async () => {
    const { ask, lines } = await aGate(rendering(aPage("x")));
    const reply = await ask("/track/canary-token?q=canary-query", { headers: { cookie: "a=canary-cookie" } });
    await vi.waitUntil(() => lines.length > 0);
    expect(lines[0]).toMatchObject({ id: reply.headers["x-request-id"], method: "GET", path: "/track/*", status: 200 });
    expect(JSON.stringify(lines)).not.toContain("canary");
  });
});

describe("closing", () => {
  test("lets a request under way finish, takes no new one, and ends", async () => {
    const { gate, ask, port } = await aGate(
      (request, response) => void setTimeout(() => rendering(aPage("late"))(request, response), 200),
    );
    const idle = connect(port, "127.0.0.1");
    await once(idle, "connect");
    const underWay = ask("/", { headers: { connection: "keep-alive" } });
    await vi.waitUntil(
      () => new Promise<boolean>((resolve) => gate.getConnections((_error, count) => resolve(count === 2))),
    );
    await new Promise((resolve) => setTimeout(resolve, 50));
    const closed = closeGate(gate, 5000);
    expect((await underWay).status).toBe(200);
    await closed;
    await expect(ask("/")).rejects.toThrow("ECONNREFUSED");
  });

  test("answers what a proxy has sent on a kept connection by then, and takes no more on it", async () => {
    const { gate, port } = await aGate(rendering(aPage("last")));
    const kept = connect(port, "127.0.0.1");
    await once(kept, "connect");
    let said = "";
    kept.on("data", (part) => (said += String(part)));
    const send = () => kept.write("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n");
    send();
    await vi.waitUntil(() => said.includes("last</"));
    said = "";
    const closed = closeGate(gate, 5000);
    send();
    await once(kept, "end");
    expect(said).toMatch(/^HTTP\/1\.1 200 OK\r\n(?:.*\r\n)?Connection: close\r\n.*last<\//is);
    await closed;
  });

  test("cuts off what has not finished by the deadline", async () => {
    const { gate, ask } = await aGate(() => undefined);
    const stuck = ask("/").catch((error: Error) => error);
    await new Promise((resolve) => setTimeout(resolve, 100));
    await closeGate(gate, 100);
    expect(await stuck).toBeInstanceOf(Error);
  });
});
