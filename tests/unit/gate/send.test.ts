import type { IncomingMessage, ServerResponse } from "node:http";
import { once } from "node:events";
import { connect } from "node:net";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { aDirective, aGate, aPage, rendering } from "./a-gate.ts";

const long = aPage(`<p>${"Libraries open late. ".repeat(200)}</p>`);

describe("choosing a coding", () => {
  test.each([
    ["gzip, deflate, br, zstd", "br"],
    ["gzip;q=1.0, br;q=0", "gzip"],
    ["*", "br"],
    ["*;q=0, gzip", "gzip"],
    ["BR", "br"],
    ["identity", undefined],
    ["brotli", undefined],
    ["", undefined],
  ])("for %j takes %j", async (accepted, coding) => {
    const { ask } = await aGate(rendering(long));
    const reply = await ask("/", { headers: { "accept-encoding": accepted } });
    expect(reply.headers["content-encoding"]).toBe(coding);
  });
});

describe("sending a page", () => {
  test("compresses it as the client allows, each form with a tag of its own", async () => {
    const { ask } = await aGate(rendering(long));
    const plain = await ask("/");
    const brotli = await ask("/", { headers: { "accept-encoding": "gzip, br" } });
    const gzip = await ask("/", { headers: { "accept-encoding": "gzip" } });
    expect(plain.headers).not.toHaveProperty("content-encoding");
    expect(brotli.headers["content-encoding"]).toBe("br");
    expect(gzip.headers["content-encoding"]).toBe("gzip");
    expect(brotliDecompressSync(brotli.body)).toEqual(plain.body);
    expect(gunzipSync(gzip.body)).toEqual(plain.body);
    expect(new Set([plain, brotli, gzip].map(({ headers }) => headers.etag)).size).toBe(3);
    for (const { headers, body } of [plain, brotli, gzip]) expect(headers["content-length"]).toBe(String(body.length));
  });

  test("answers 304 to those who have it, by strong tag, weakened tag, list or star", async () => {
    const { ask } = await aGate(rendering(long));
    const { headers } = await ask("/");
    for (const have of [headers.etag, `W/${headers.etag}`, `"x", ${headers.etag}`, "*"]) {
      const reply = await ask("/", { headers: { "if-none-match": String(have) } });
      expect(reply).toMatchObject({ status: 304, text: "", headers: { etag: headers.etag, vary: "Accept-Encoding" } });
      expect(reply.headers).toHaveProperty("content-security-policy");
    }
    expect((await ask("/", { headers: { "if-none-match": '"x"' } })).status).toBe(200);
    expect(
      (await ask("/", { headers: { "if-none-match": String(headers.etag), "accept-encoding": "br" } })).status,
    ).toBe(200);
  });

  test("never answers 304 for an error", async () => {
    const { ask } = await aGate(rendering(aPage("x", { head: aDirective({ status: 404 }) })));
    expect((await ask("/", { headers: { "if-none-match": "*" } })).status).toBe(404);
  });

  test("sends a HEAD the same headers and no body", async () => {
    const { ask } = await aGate(rendering(long));
    const [get, head] = [await ask("/"), await ask("/", { method: "HEAD" })];
    expect(head).toMatchObject({ status: 200, text: "" });
    for (const name of ["content-length", "etag", "content-type", "cache-control"])
      expect(head.headers[name]).toBe(get.headers[name]);
    expect((await ask("/%", { method: "HEAD" })).text).toBe("");
  });
});

describe("sending anything else", () => {
  const css = "a{color:red}".repeat(500);
  const files = (request: IncomingMessage, response: ServerResponse) => {
    const binary = request.url?.endsWith(".woff2");
    response
      .writeHead(200, { "content-type": binary ? "font/woff2" : "text/css", "content-length": css.length, etag: '"x"' })
      .end(css);
  };

  test("passes it on as it comes, hashed files to be kept for ever", async () => {
    const { ask } = await aGate(files);
    const reply = await ask("/_next/static/a.css");
    expect(reply.text).toBe(css);
    expect(reply.headers).toMatchObject({
      "content-length": String(css.length),
      etag: '"x"',
      "cache-control": "public, max-age=31536000, immutable",
    });
  });

  test("compresses text on its way and weakens its tag, and leaves the rest", async () => {
    const { ask } = await aGate(files);
    const headers = { "accept-encoding": "br" };
    const text = await ask("/a.css", { headers });
    expect(text.headers).toMatchObject({ "content-encoding": "br", etag: 'W/"x"', vary: "Accept-Encoding" });
    expect(brotliDecompressSync(text.body).toString()).toBe(css);
    const font = await ask("/a.woff2", { headers });
    expect(font.headers).not.toHaveProperty("content-encoding");
    expect(font.headers).not.toHaveProperty("vary");
  });

  test("does not go on reading what a HEAD will not be sent", async () => {
    let left = false;
    const { ask } = await aGate((_request, response) => {
      response.writeHead(200, { "content-type": "text/csv" }).write("a,b\n");
      response.once("close", () => (left = true));
    });
    await ask("/endless.csv", { method: "HEAD" });
    await expect.poll(() => left).toBe(true);
  });

  test("sends a HEAD no body", async () => {
    const { ask } = await aGate(files);
    expect(await ask("/a.css", { method: "HEAD" })).toMatchObject({
      status: 200,
      text: "",
      headers: { "content-length": String(css.length) },
    });
  });

  test("ends with the renderer's answer when that breaks off, and with the client when it leaves", async () => {
    let left = false;
    const { ask, port } = await aGate(({ url }, response) => {
      response.writeHead(200, { "content-type": "text/csv" });
      response.once("close", () => (left = true));
      response.write("a,b\n", () => url === "/cut.csv" && response.destroy());
    });
    await expect(ask("/cut.csv")).rejects.toThrow();

    left = false;
    const client = connect(port, "127.0.0.1");
    client.write("GET /kept.csv HTTP/1.1\r\nHost: localhost\r\n\r\n");
    await once(client, "data");
    client.destroy();
    await expect.poll(() => left).toBe(true);
  });
});
