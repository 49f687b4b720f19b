import { describe, expect, test } from "vitest";
import { opens } from "#lib/http/api/opens.ts";
import { aDirective, aGate, aPage, rendering } from "./a-gate.ts";

const json = rendering("{}", 200, { "content-type": "application/json", etag: 'W/"1"', link: '</next>; rel="next"' });
const preflight = { method: "OPTIONS", headers: { origin: "https://elsewhere.example" } };

describe("what pages of other sites may read", () => {
  test("says so in its answers, with the fields they need (V3.4.2)", async () => {
    const { ask } = await aGate(json, { opens });
    const { status, headers } = await ask("/api/v1/topics?q=1", { headers: { origin: "https://elsewhere.example" } });
    expect(status).toBe(200);
    expect(headers).toMatchObject({
      "access-control-allow-origin": "*",
      "access-control-expose-headers": "ETag, Link, Retry-After, X-Request-Id",
      "cross-origin-resource-policy": "cross-origin",
      etag: 'W/"1"',
      link: '</next>; rel="next"',
    });
    expect(headers).not.toHaveProperty("access-control-allow-credentials");
  });

  test("says so in its errors, the gate’s own and the renderer’s", async () => {
    const problem = rendering('{"status":410}', 410, { "content-type": "application/problem+json" });
    const { ask } = await aGate(problem, { opens });
    const [gone, refused] = [await ask("/case-studies/x.json"), await ask("/api/v1/%zz")];
    expect([gone.status, gone.text, refused.status]).toEqual([410, '{"status":410}', 400]);
    for (const { headers } of [gone, refused]) expect(headers["access-control-allow-origin"]).toBe("*");
    expect(refused.headers["content-type"]).toBe("application/problem+json");
  });

  test("has no page for an error, though the renderer has one", async () => {
    const page = rendering(aPage("<h1>Ours</h1>", { head: aDirective({ status: 404 }) }), 404);
    const { ask } = await aGate(page, { opens });
    for (const path of ["/api/v1/nowhere", "/case-studies/x.json"]) {
      const { status, headers, text } = await ask(path);
      expect([status, headers["content-type"]]).toEqual([404, "application/problem+json"]);
      expect(JSON.parse(text)).toMatchObject({ status: 404, title: "Page not found" });
    }
    expect((await ask("/nowhere")).text).toContain("<h1>Ours</h1>");
  });

  test("answers a browser that asks first, without the renderer", async () => {
    let asked = 0;
    const { ask } = await aGate((request, response) => rendering(aPage(String((asked += 1))))(request, response), {
      opens,
    });
    expect(await ask("/api/v1/case-studies", preflight)).toMatchObject({
      status: 200,
      text: "",
      headers: {
        "access-control-allow-origin": "*",
        "access-control-allow-methods": "GET, HEAD, OPTIONS",
        "access-control-allow-headers": "*",
        "cache-control": "no-store",
      },
    });
    expect(asked).toBe(0);
  });
});

test.each(["/", "/case-studies", "/case-studies/a", "/api", "/editor", "/downloads", "/track/a.json", "/apiv1/x"])(
  "%s is for this site alone (V3.4.2)",
  async (path) => {
    const { ask } = await aGate(json, { opens });
    expect((await ask(path)).headers).not.toHaveProperty("access-control-allow-origin");
    expect(await ask(path, preflight)).toMatchObject({ status: 405, headers: { allow: "GET, HEAD" } });
  },
);

test.each(["/api/v1/topics", "/case-studies.csv", "/case-studies/a-b.json", "/downloads/casebook.csv"])(
  "%s is open",
  (path) => expect(opens.some((address) => address.test(path))).toBe(true),
);
