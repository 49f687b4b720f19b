import { once } from "node:events";
import type { ServerResponse } from "node:http";
import { describe, expect, test } from "vitest";
import { createForwarder, forwardLimits, type Message } from "#lib/gate/renderer/forward.ts";
import { aRenderer } from "./a-gate.ts";

const message: Message = { method: "GET", path: "/", fields: { host: "localhost" } };
const limits = { ...forwardLimits, renders: 1, waiting: 1, deadlineMs: 300, pageBytes: 1000 };

describe("asking the renderer", () => {
  test("gives HTML whole and anything else as it comes", async () => {
    const { socketPath } = await aRenderer(({ url }, response) => {
      response.writeHead(200, { "content-type": url === "/" ? "text/html" : "text/css" }).end("words");
    });
    const forward = createForwarder([socketPath], limits);
    expect(await forward(message)).toMatchObject({ status: 200, body: Buffer.from("words") });
    expect(await forward({ ...message, path: "/a.css" })).toMatchObject({ status: 200, body: { readable: true } });
  });

  test("passes on a redirect that repeats a query of 100,000 characters", async () => {
    const { socketPath } = await aRenderer(
      ({ url = "" }, response) => void response.writeHead(308, { location: url }).end(),
    );
    const path = `/?q=${"%7C".repeat(33_000)}`;
    const answer = await createForwarder([socketPath], limits)({ ...message, path });
    expect(answer).toMatchObject({ status: 308, headers: { location: path } });
  });

  test("says so when nobody listens", async () => {
    expect(await createForwarder(["/nowhere/renderer.sock"], limits)(message)).toEqual({ failed: "away" });
  });

  test("says so when a page is longer than it may be, cut short, or dropped", async () => {
    const { socketPath } = await aRenderer(({ url }, response) => {
      if (url === "/dropped") return void response.destroy();
      response.writeHead(200, { "content-type": "text/html", ...(url === "/short" && { "content-length": "900" }) });
      response.write("x".repeat(url === "/long" ? 1001 : 10), () => url !== "/long" && response.destroy());
    });
    const forward = createForwarder([socketPath], { ...limits, deadlineMs: 3000 });
    for (const path of ["/long", "/short", "/chunked", "/dropped"]) {
      expect(await forward({ ...message, path })).toEqual({ failed: "broken" });
    }
  });

  test("waits for the first byte and the whole page no longer than the deadline, and frees the turn", async () => {
    const { socketPath } = await aRenderer(({ url }, response) => {
      if (url === "/half") response.writeHead(200, { "content-type": "text/html" }).write("<html>");
      if (url === "/") response.writeHead(200, { "content-type": "text/html" }).end("x");
    });
    const forward = createForwarder([socketPath], limits);
    expect(await forward({ ...message, path: "/never" })).toEqual({ failed: "late" });
    expect(await forward({ ...message, path: "/half" })).toEqual({ failed: "late" });
    expect(await forward(message)).toMatchObject({ status: 200 });
  });

  test("waits for less while the database is away", async () => {
    const { socketPath } = await aRenderer(() => undefined);
    const forward = createForwarder([socketPath], { ...limits, deadlineMs: 8000, awayMs: 200 }, () => true);
    const begun = performance.now();
    const outcomes = await Promise.all([forward(message), forward(message)]);
    expect(outcomes.every((outcome) => "failed" in outcome)).toBe(true);
    expect(performance.now() - begun).toBeLessThan(1000);
  });

  test("turns away what neither gets a turn nor a place in the queue, and what waits past the deadline (V15.2.2)", async () => {
    const { socketPath } = await aRenderer(() => undefined);
    const forward = createForwarder([socketPath], limits);
    const outcomes = await Promise.all([forward(message), forward(message), forward(message)]);
    expect(outcomes).toContainEqual({ failed: "late" });
    expect(outcomes.filter((outcome) => "failed" in outcome && outcome.failed === "busy").length).toBeGreaterThan(0);
  });

  test("lets a client that left the queue go, but finishes a page it has begun", async () => {
    const begun: ServerResponse[] = [];
    const { socketPath, server } = await aRenderer((_request, response) => void begun.push(response));
    const forward = createForwarder([socketPath], { ...limits, deadlineMs: 5000 });
    const [first, second] = [new AbortController(), new AbortController()];
    const rendering = forward(message, first.signal);
    const waiting = forward(message, second.signal);
    await once(server, "request");
    first.abort();
    second.abort();
    expect(await waiting).toEqual({ failed: "busy" });

    begun[0]?.writeHead(200, { "content-type": "text/html" }).end("whole");
    expect(await rendering).toMatchObject({ body: Buffer.from("whole") });
    expect(begun).toHaveLength(1);
  });

  test("asks once more when a kept connection turns out to be closed, never twice", async () => {
    let asked = 0;
    const { socketPath, server } = await aRenderer((request, response) => {
      asked += 1;
      if (asked === 2 || request.url === "/deadly") return void request.socket.destroy();
      response.writeHead(200, { "content-type": "text/html" }).end("x");
    });
    server.keepAliveTimeout = 60_000;
    const forward = createForwarder([socketPath], limits);
    await forward(message);
    expect(await forward(message)).toMatchObject({ status: 200 });
    expect(asked).toBe(3);
    expect(await forward({ ...message, path: "/deadly" })).toEqual({ failed: "broken" });
    expect(asked).toBe(5);
  });
});
