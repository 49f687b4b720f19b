import { describe, expect, test } from "vitest";
import { aGate, aPage, rendering } from "./a-gate.ts";

describe("whoever watches over the site", () => {
  test("is told by any name whether it lives and whether it can make pages, and nothing else", async () => {
    let ready = true;
    const { ask } = await aGate(rendering(aPage("<p>a</p>")), { isReady: () => ready });
    const headers = { host: "10.0.0.7" };
    expect(await ask("/healthz", { headers })).toMatchObject({ status: 200, text: "alive\n" });
    expect(await ask("/readyz", { headers })).toMatchObject({ status: 200, text: "ready\n" });
    ready = false;
    expect(await ask("/readyz", { headers })).toMatchObject({ status: 503, headers: { "cache-control": "no-store" } });
    expect((await ask("/healthz", { headers, method: "POST" })).status).not.toBe(200);
    expect((await ask("/healthz/", { headers })).status).toBe(421);
  });
});
