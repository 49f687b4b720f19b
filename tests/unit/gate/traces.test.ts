import { describe, expect, onTestFinished, test, vi } from "vitest";
import { startTracing } from "#lib/ops/tracing.ts";
import { collectTraces } from "#tests/support/trace-collector.ts";
import { aGate, aPage, rendering } from "./a-gate.ts";

const given = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

describe("traces", () => {
  test("are not begun where nobody collects them, and whoever makes the page hears of none", async () => {
    await startTracing("gate");
    const seen: unknown[] = [];
    const { ask } = await aGate(
      (request, response) => {
        seen.push(request.headers["traceparent"]);
        rendering(aPage("<p>a</p>"))(request, response);
      },
      { trustedProxies: ["loopback"] },
    );
    await ask("/", { headers: { traceparent: given } });
    expect(seen).toEqual([undefined]);
  });

  test.each<[string, string[], string, boolean]>([
    ["goes on what a proxy of ours began", ["loopback"], given, true],
    ["begins anew what anybody else says", [], given, false],
    ["begins anew what is no name of a trace", ["loopback"], `${given}x`, false],
  ])("%s", async (_, trustedProxies, traceparent, goesOn) => {
    const collector = await collectTraces();
    vi.stubEnv("OTEL_EXPORTER_OTLP_ENDPOINT", collector.address);
    const stop = await startTracing("gate");
    onTestFinished(() => {
      vi.unstubAllEnvs();
      collector.close();
    });
    const seen: string[] = [];
    const { ask } = await aGate(
      (request, response) => {
        seen.push(String(request.headers["traceparent"]));
        rendering(aPage("<p>a</p>"), 404)(request, response);
      },
      { trustedProxies },
    );
    await ask("/track/a-token", { headers: { traceparent } });
    await stop();
    const [span] = collector.told;
    expect(collector.told).toHaveLength(1);
    expect(seen).toEqual([`00-${span?.traceId}-${span?.spanId}-01`]);
    expect(span?.traceId === given.split("-")[1]).toBe(goesOn);
    expect(span?.attributes).toMatchObject({ "http.response.status_code": 404 });
    expect(JSON.stringify(span)).not.toContain("a-token");
  });
});
