import type { RequestListener } from "node:http";
import { describe, expect, test } from "vitest";
import { createPages } from "#lib/gate/pages/pages.ts";
import { faultsOf } from "#tests/support/answer-headers.ts";
import { aDirective, aGate, aPage, rendering } from "./a-gate.ts";

const publicUrl = "https://casebook.example";
const host = "casebook.example";
const form = { host, "content-type": "application/x-www-form-urlencoded", origin: publicUrl };
const file = {
  "content-type": "application/pdf",
  "content-disposition": "attachment",
  "content-security-policy": "default-src 'none'; style-src 'unsafe-inline'; sandbox",
};
const cookie = "__Host-draft=abc; Path=/; HttpOnly; SameSite=Lax; Secure; Max-Age=60";

const page = (head = "", status = 200, headers: Record<string, string> = {}) =>
  rendering(aPage("<p>Words</p>", { head }), status, headers);
const other =
  (type: string, headers: Record<string, string> = {}, status = 200): RequestListener =>
  (_request, response) =>
    void response.writeHead(status, { "content-type": type, ...headers }).end("{}");

const renderers: Record<string, RequestListener> = {
  "/": page(),
  "/kept": page(),
  "/form": page("", 200, { "set-cookie": cookie }),
  "/gone": page(aDirective({ status: 410 })),
  "/moved": page(aDirective({ status: 301, location: "/" })),
  "/sent": other("text/html", { location: "/", "set-cookie": cookie }, 303),
  "/editor": page("", 401),
  "/editor/others": page("", 403),
  "/posts-only": page("", 405),
  "/many": page("", 429, { "x-limit": "search", "retry-after": "5" }),
  "/away": page("", 503, { "retry-after": "5" }),
  "/broken": page("", 500),
  "/icon.svg": other("image/svg+xml"),
  "/files/1/a.pdf": other("application/pdf", file),
  "/feed.atom": other("application/atom+xml; charset=utf-8"),
  "/list.csv": other("text/csv; charset=utf-8"),
  "/api/v1/topics": other("application/json"),
  "/api/v1/none": other("application/problem+json", {}, 404),
  "/nonsense": (_request, response) => void response.destroy(),
};
const missing = page("", 404);

/** A gate over TLS before one renderer of each kind of answer. */
const everyKind = (more: object = {}) =>
  aGate((request, response) => (renderers[request.url ?? ""] ?? missing)(request, response), {
    publicUrl,
    contactEmail: "safe@casebook.example",
    posts: [/^\/sent$/],
    opens: [/^\/api\/v1\//],
    signInPath: "/sign-in",
    pages: createPages({
      keyOf: (path) => (path === "/kept" ? path : null),
      generations: { known: () => 1n, ask: async () => 1n, last: () => ({ generation: 1n, ageMs: 0 }) },
      mostBytes: 2 ** 20,
    }),
    limits: { bodyBytes: 100, headersMs: 200 },
    ...more,
  });

describe("every answer has every protecting field (V3.2.1, V3.4.1, V3.4.3, V3.4.4, V3.4.5, V3.4.6, V4.1.1)", () => {
  test.each<[path: string, status: number, ask?: object]>([
    ["/", 200],
    ["/", 200, { method: "HEAD" }],
    ["/kept", 200],
    ["/form", 200],
    ["/gone", 410],
    ["/moved", 301],
    ["/sent", 303, { method: "POST", headers: form, body: "a=b" }],
    ["/sent", 403, { method: "POST", headers: { ...form, origin: "https://evil.example" }, body: "a=b" }],
    ["/sent", 413, { method: "POST", headers: form, body: "a".repeat(101) }],
    ["/editor", 303],
    ["/editor/others", 403],
    ["/posts-only", 405],
    ["/missing", 404],
    ["/many", 429],
    ["/away", 503],
    ["/broken", 500],
    ["/nonsense", 500],
    ["/icon.svg", 200],
    ["/files/1/a.pdf", 200],
    ["/feed.atom", 200],
    ["/list.csv", 200],
    ["/api/v1/topics", 200],
    ["/api/v1/none", 404],
    ["/api/v1/topics", 200, { method: "OPTIONS" }],
    ["/", 405, { method: "DELETE" }],
    ["/%zz", 400],
    ["/a?_rsc=1", 400],
    ["/-/errors/500", 404],
    [`/${"a".repeat(140_000)}`, 414],
    ["/", 421, { headers: { host: "elsewhere.example" } }],
    ["/healthz", 200],
    ["/readyz", 200],
    ["/.well-known/security.txt", 200],
  ])("%.40s %i %j", async (path, status, more = {}) => {
    const { ask } = await everyKind();
    const answer = await ask(path, { headers: { host }, ...more });
    expect(answer.status).toBe(status);
    const open = path.startsWith("/api/v1/");
    expect(faultsOf({ ...answer, hasBody: answer.body.length > 0 }, { open })).toEqual([]);
  });

  test("a page that is kept, and word that it has not changed", async () => {
    const { ask } = await everyKind();
    const { headers: first } = await ask("/kept", { headers: { host } });
    for (const [status, fields] of [
      [200, {}],
      [304, { "if-none-match": String(first.etag) }],
    ] as const) {
      const answer = await ask("/kept", { headers: { host, ...fields } });
      expect(answer.status).toBe(status);
      expect(faultsOf({ ...answer, hasBody: status === 200 })).toEqual([]);
    }
  });

  test.each([
    ["nobody listens behind", 503, "GET / HTTP/1.1\r\nHost: casebook.example\r\nConnection: close\r\n\r\n"],
    ["a tunnel", 405, "CONNECT a:1 HTTP/1.1\r\nHost: a\r\n\r\n"],
    ["no request", 400, "no request\r\n\r\n"],
    ["too long a head", 431, `GET / HTTP/1.1\r\nHost: a\r\nA: ${"a".repeat(170_000)}\r\n\r\n`],
    ["a head that does not end", 408, "GET / HTTP/1.1\r\nHost: a\r\n"],
    ["two hosts", 400, "GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\nConnection: close\r\n\r\n"],
  ])("%s", async (name, status, bytes) => {
    const { raw } = await everyKind(name === "nobody listens behind" ? { socketPaths: ["/nowhere.sock"] } : {});
    const [head = "", body = ""] = (await raw(bytes)).split("\r\n\r\n", 2);
    const lines = head
      .split("\r\n")
      .slice(1)
      .map((line) => /^([^:]+): (.*)$/.exec(line)?.slice(1, 3) ?? []);
    const headers = Object.fromEntries(lines.map(([field = "", value]) => [field.toLowerCase(), value]));
    expect(head).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
    expect(faultsOf({ status, headers, hasBody: body !== "" })).toEqual([]);
  });
});

test("on a plain address no browser is told to insist on TLS", async () => {
  const { ask } = await aGate(page());
  const answer = await ask("/");
  expect(faultsOf({ ...answer, hasBody: true }, { secure: false })).toEqual([]);
});

describe("a head that lacks something is seen", async () => {
  const well = async () => {
    const { ask } = await everyKind();
    return ask("/form", { headers: { host } });
  };
  test.each<[string, Record<string, string | string[]>, RegExp]>([
    [
      "a looser policy",
      { "content-security-policy": "default-src 'none'; script-src 'unsafe-inline'" },
      /security-policy/,
    ],
    ["a short insistence", { "strict-transport-security": "max-age=86400; includeSubDomains" }, /strict-transport/],
    ["no embedder policy", { "cross-origin-embedder-policy": [] }, /embedder/],
    ["text without its character set", { "content-type": "text/html" }, /content-type/],
    ["another site that may read", { "access-control-allow-origin": "https://evil.example" }, /allow-origin/],
    ["a cookie for scripts", { "set-cookie": ["__Host-a=b; Path=/; Secure; SameSite=Lax"] }, /lacks httponly/],
    ["a cookie without TLS", { "set-cookie": ["a=b; Path=/; HttpOnly; SameSite=Lax"] }, /lacks secure/],
    ["the name of a program", { "x-powered-by": "Next.js" }, /x-powered-by/],
  ])("%s", async (_, change, fault) => {
    const answer = await well();
    const faults = faultsOf({ ...answer, headers: { ...answer.headers, ...change }, hasBody: true });
    expect(faults.join("\n")).toMatch(fault);
  });
});
