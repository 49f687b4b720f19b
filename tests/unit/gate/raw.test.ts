import { connect } from "node:net";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { aGate, aPage, rendering } from "./a-gate.ts";

const page = rendering(aPage("<p>whole</p>"));
const get = (target: string, ...lines: string[]) =>
  [`GET ${target} HTTP/1.1`, "Host: localhost", "Connection: close", ...lines, "", ""].join("\r\n");
const statuses = (text: string) => [...text.matchAll(/HTTP\/1\.1 (\d{3})/g)].map(([, status]) => Number(status));

describe("requests as no browser sends them (V13.4.4)", () => {
  test.each([
    ["a bad escape", get("/%zz"), 400],
    ["an escaped NUL", get("/a%00"), 400],
    ["a NUL", get("/a\0b"), 400],
    ["two slashes", get("//evil.example/"), 400],
    ["a backslash", get("/\\evil.example"), 400],
    ["the absolute form", get("http://evil.example/"), 400],
    ["bytes above ASCII", get("/\u00e9"), 400],
    ["a long target", get(`/${"a".repeat(132_000)}`), 414],
    ["a long header", get("/", `X-Long: ${"a".repeat(170_000)}`), 431],
    ["TRACE", "TRACE / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n", 405],
    ["OPTIONS *", "OPTIONS * HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n", 405],
    ["CONNECT", "CONNECT evil.example:443 HTTP/1.1\r\nHost: localhost\r\n\r\n", 405],
    ["a method nobody knows", "BREW / HTTP/1.1\r\nHost: localhost\r\n\r\n", 400],
    ["no host", "GET / HTTP/1.1\r\nConnection: close\r\n\r\n", 400],
    ["two hosts", get("/", "Host: evil.example"), 400],
    ["two equal hosts", get("/", "Host: localhost"), 400],
    ["another's host", "GET / HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n", 421],
    ["no host in HTTP/1.0", "GET / HTTP/1.0\r\n\r\n", 400],
    ["two ways to tell the length", get("/", "Content-Length: 3", "Transfer-Encoding: chunked"), 400],
    ["two lengths", get("/", "Content-Length: 3", "Content-Length: 4"), 400],
    ["a body with a GET", `${get("/", "Content-Length: 3")}abc`, 400],
    ["a chunked body with a GET", `${get("/", "Transfer-Encoding: chunked")}3\r\nabc\r\n0\r\n\r\n`, 400],
    ["a folded header", get("/", "X-A: b", " c"), 400],
    ["a bare line feed", "GET / HTTP/1.1\nHost: localhost\n\n", 400],
    ["a header without a name", get("/", ": b"), 400],
    ["no HTTP at all", "\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03", 400],
    ["HTTP/2 by surprise", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", 400],
    ["a WebSocket", get("/", "Upgrade: websocket", "Connection: Upgrade"), 400],
    ["an expectation nobody can meet, which is no matter", get("/", "Expect: 200-ok"), 200],
    ["an offer of HTTP/2, which is no matter", get("/", "Upgrade: h2c", "HTTP2-Settings: AAMAAABkAAQAAP__"), 200],
  ])("%s is answered once, in full, with every header (V3.4.3, V4.2.1, V13.4.4)", async (_what, bytes, status) => {
    const { raw } = await aGate(page);
    const text = await raw(Buffer.from(bytes, "latin1"));
    expect(statuses(text)).toEqual([status]);
    expect(text).toContain("Content-Security-Policy: default-src 'none'");
    expect(text).toMatch(/X-Request-Id: [0-9a-f-]{36}/);
    expect(text).toContain("</html>");
    expect(text).not.toMatch(/^location:/im);
  });

  test("pipelined requests are answered in order", async () => {
    const { raw } = await aGate(page);
    const first = "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n";
    expect(statuses(await raw(first + first.replace("/", "/%") + get("/")))).toEqual([200, 400, 200]);
  });

  test("rubbish behind a good request is not written into its answer (V4.2.1)", async () => {
    const { raw } = await aGate((request, response) => void setTimeout(() => page(request, response), 50));
    expect(statuses(await raw(`GET / HTTP/1.1\r\nHost: localhost\r\n\r\n\0\0`)).length).toBeLessThanOrEqual(1);
  });

  test("a head or a body that never ends is ended", async () => {
    const { raw } = await aGate(page, { posts: [/^\/save$/], limits: { headersMs: 300, requestMs: 600 } });
    expect(statuses(await raw("GET / HTTP/1.1\r\nHost: localhost\r\nX-Slow: "))).toEqual([408]);
    const form =
      "POST /save HTTP/1.1\r\nHost: localhost\r\nSec-Fetch-Site: same-origin\r\nContent-Length: 10\r\n\r\nabc";
    expect(await raw(form)).toBe("");
  });

  test("clients that leave in the middle leave the gate as it was", async () => {
    const { port, ask } = await aGate((request, response) => void setTimeout(() => page(request, response), 20), {
      limits: { renders: 2, waiting: 200 },
    });
    const leaving = Array.from({ length: 100 }, () => {
      const socket = connect(port, "127.0.0.1", () =>
        socket.write(get("/"), () => setTimeout(() => socket.destroy(), 5)),
      );
      return new Promise((resolve) => socket.on("error", () => undefined).on("close", resolve));
    });
    await Promise.all(leaving);
    expect((await ask("/")).status).toBe(200);
  });

  test("whatever the target: no fault of ours, no hang, nobody sent elsewhere", async () => {
    const { raw } = await aGate(page);
    const pieces = fc.oneof(
      fc.constantFrom(
        "/",
        "//",
        "\\",
        "%",
        "%2f",
        "%5c",
        "%00",
        "%ff",
        "%c3%a9",
        "..",
        ".",
        "?",
        "#",
        "&",
        "=",
        "@",
        ":",
        "http:",
        "evil.example",
        "_rsc",
        ".rsc",
        "%25",
        ";",
        "*",
      ),
      fc.string({ maxLength: 4 }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(pieces, { maxLength: 10 }), fc.boolean(), async (parts, slash) => {
        const target = `${slash ? "/" : ""}${parts.join("").replace(/[\r\n]/g, "")}`;
        const text = await raw(Buffer.from(get(target), "utf8"));
        expect(statuses(text).length).toBeGreaterThan(0);
        for (const status of statuses(text)) expect(status).toBeLessThan(500);
        expect(text).not.toMatch(/^location:/im);
      }),
      { numRuns: 400 },
    );
  }, 30_000);
});
