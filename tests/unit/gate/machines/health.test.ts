import { describe, expect, test } from "vitest";
import { createReadiness, type Sources } from "#lib/gate/machines/readiness.ts";
import type { GateOptions } from "#lib/gate/server.ts";
import { aGate, aPage, rendering } from "../a-gate.ts";

const well: Sources = {
  isRendering: () => true,
  isListening: () => true,
  look: async () => ({ isSchemaOld: false, queueSeconds: 2 }),
};
const headers = { host: "10.0.0.7" };
const aWatchedGate = (sources: Partial<Sources> = {}, options: Partial<GateOptions> = {}) =>
  aGate(rendering(aPage("<p>a</p>")), { readiness: createReadiness({ ...well, ...sources }), ...options });

describe("whoever watches over the site", () => {
  test("is told by any name whether it lives and whether readers can be answered, and nothing else", async () => {
    let rendering = true;
    const { ask } = await aWatchedGate({ isRendering: () => rendering });
    expect(await ask("/healthz", { headers })).toMatchObject({ status: 200, text: "alive\n" });
    expect(await ask("/readyz", { headers })).toMatchObject({ status: 200, text: "ready\n" });
    rendering = false;
    expect(await ask("/readyz", { headers })).toMatchObject({ status: 503, headers: { "cache-control": "no-store" } });
    expect((await ask("/healthz", { headers, method: "POST" })).status).not.toBe(200);
    expect((await ask("/healthz/", { headers })).status).toBe(421);
  });

  test.each<[string, Partial<Sources>, number, RegExp]>([
    ["nothing makes pages", { isRendering: () => false }, 503, /^not ready\nrenderers: none/],
    [
      "the schema is older than the code",
      { look: async () => ({ isSchemaOld: true, queueSeconds: 0 }) },
      503,
      /^not ready\nschema: older/,
    ],
    [
      "the database is away",
      { look: () => Promise.reject(new Error("secret")) },
      200,
      /^ready\ndatabase: does not answer/,
    ],
    ["the database hangs", { look: () => new Promise(() => undefined) }, 200, /^ready\ndatabase: does not answer/],
    ["changes are not heard of", { isListening: () => false }, 200, /^ready\nlistener: /],
    [
      "jobs are late",
      { look: async () => ({ isSchemaOld: false, queueSeconds: 400 }) },
      200,
      /^ready\nqueue: .* 400 s\n$/,
    ],
  ])("is told that %s", async (_, sources, status, text) => {
    const { ask } = await aWatchedGate(sources);
    const started = performance.now();
    const answer = await ask("/readyz", { headers });
    expect([answer.status, answer.text]).toEqual([status, expect.stringMatching(text)]);
    expect(answer.text).not.toContain("secret");
    expect(performance.now() - started).toBeLessThan(1000);
  });

  test.each<[string, Partial<GateOptions>, Record<string, string>, string]>([
    ["through a server in front", {}, { ...headers, "x-forwarded-for": "203.0.113.7" }, "not ready\n"],
    [
      "by the name that readers use",
      { publicUrl: "https://casebook.example" },
      { host: "casebook.example" },
      "not ready\n",
    ],
    ["without the token", { metricsToken: "a-token" }, headers, "not ready\n"],
    ["with the token", { metricsToken: "a-token" }, { ...headers, authorization: "Bearer a-token" }, "not ready\nrend"],
  ])("is told why only if they may see figures too: %s (V13.4.5)", async (_, options, asked, text) => {
    const { ask } = await aWatchedGate({ isRendering: () => false }, options);
    const answer = await ask("/readyz", { headers: asked });
    expect([answer.status, answer.text.slice(0, 14)]).toEqual([503, text]);
  });

  test("puts no load on the database by asking often", async () => {
    let looks = 0;
    const { ask } = await aWatchedGate({ look: async () => ({ isSchemaOld: false, queueSeconds: (looks += 1) }) });
    await Promise.all(Array.from({ length: 20 }, () => ask("/readyz", { headers })));
    expect(looks).toBe(1);
  });
});
