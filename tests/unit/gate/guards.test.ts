import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { refuse } from "#lib/gate/guards.ts";
import type { Rules } from "#lib/gate/guards/asked.ts";
import { normaliseQuery } from "#lib/gate/guards/query.ts";

const rules: Rules = { hosts: [], posts: [/^\/submit\/[^/]+\/save$/], bodyBytes: 100 };

function verdict(
  url: string,
  { method = "GET", headers = {}, ...other }: { method?: string; headers?: object } & Partial<Rules> = {},
) {
  const refusal = refuse({ method, url, headers: { host: ["localhost:3000"], ...headers } }, { ...rules, ...other });
  return refusal?.status ?? null;
}

describe("the method", () => {
  test.each(["GET", "HEAD"])("%s is let through", (method) => expect(verdict("/", { method })).toBe(null));

  test.each(["POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "PROPFIND", "get", ""])(
    "%j is not, and is told what is",
    (method) => {
      expect(refuse({ method, url: "/", headers: {} }, rules)).toMatchObject({ status: 405, allow: ["GET", "HEAD"] });
    },
  );

  test("a form is let through only to an address that takes forms", () => {
    const form = { method: "POST", headers: { "sec-fetch-site": ["same-origin"], "content-length": ["3"] } };
    expect(verdict("/submit/abc/save?x=1", form)).toBe(null);
    expect(verdict("/submit/abc", form)).toBe(405);
    expect(refuse({ method: "PUT", url: "/submit/abc/save", headers: {} }, rules)?.allow).toContain("POST");
  });
});

describe("the request target", () => {
  test.each([
    "/",
    "/case-studies",
    "/case-studies/a-b.json",
    "/councils/caf%C3%A9",
    "/x/",
    "/a..b/.c/...",
    "/_next/static/css/a.css",
    "/?q=%2F%5C//../",
  ])("%s is let through", (url) => expect(verdict(url)).toBe(null));

  test.each([
    ..."http://evil.example/ * x //evil.example/ /a//b /./a /a/. /a/../b /a/.. /%2e%2e/b /a/%2E /.%2e".split(" "),
    ..."/% /%a /%zz /a%00b /%0a /%7f /%c3 /%ff /%ed%a0%80 /a%2Fb /a%2fb /a%5cb /a\\b /\\evil.example /a#b /é".split(
      " ",
    ),
    "",
    "/a b",
    "/a\u0000",
  ])("%j is refused as unreadable", (url) => expect(verdict(url)).toBe(400));

  test.each(
    "/-/errors/404 /-/ /- /%2D/errors/404 /x.rsc /x.rsc/ /a.segment.rsc /_next/data/b/x.json /_next/image?url=x /_next /_next/ /%5Fnext/data /__nextjs_font /%252e%252e /a%25".split(
      " ",
    ),
  )("%s is nobody's business", (url) => expect(verdict(url)).toBe(404));

  test("is refused when it is too long, as sent or once mended", () => {
    expect(verdict(`/${"a".repeat(131_071)}`)).toBe(null);
    expect(verdict(`/${"a".repeat(131_072)}`)).toBe(414);
    expect(verdict(`/?${"%&".repeat(60_000)}`)).toBe(414);
  });
});

describe("the host", () => {
  test.each([
    ["none", { host: undefined }],
    ["two", { host: ["localhost", "localhost"] }],
    ["no", { host: [""] }],
    ["a listed", { host: ["localhost, evil.example"] }],
    ["a user at a", { host: ["a@localhost"] }],
    ["a path in the", { host: ["localhost/x"] }],
    ["an impossible port in the", { host: ["localhost:99999"] }],
    ["an impossible address as", { host: ["127.0.0.999"] }],
    ["a space in the", { host: ["local host"] }],
  ])("%s host is refused as unreadable", (_what, headers) => expect(verdict("/", { headers })).toBe(400));

  test("with nothing set, only names of this machine will do", () => {
    for (const host of [
      "localhost",
      "LOCALHOST:3000",
      "127.0.0.1:1",
      "127.3.2.1",
      "[::1]:3000",
      "casebook.localhost",
    ]) {
      expect(verdict("/", { headers: { host: [host] } })).toBe(null);
    }
    for (const host of [
      "evil.example",
      "10.0.0.1",
      "127.0.0.1.evil.example",
      "localhost.evil.example",
      "[::2]",
      "localhost.",
    ]) {
      expect(verdict("/", { headers: { host: [host] } })).toBe(421);
    }
  });

  test("with names or a public address set, only those will do", () => {
    const site = { hosts: ["inner.example"], publicUrl: "https://cases.example" };
    expect(verdict("/", { headers: { host: ["inner.example:8080"] }, ...site })).toBe(null);
    expect(verdict("/", { headers: { host: ["Cases.example"] }, ...site })).toBe(null);
    expect(verdict("/", { headers: { host: ["localhost"] }, ...site })).toBe(421);
    expect(verdict("/", { headers: { host: ["localhost"] }, publicUrl: "https://cases.example" })).toBe(421);
  });
});

describe("the framework's own traffic", () => {
  test.each(
    "rsc next-action next-router-state-tree next-router-prefetch next-router-segment-prefetch next-url x-middleware-subrequest x-middleware-invoke x-nextjs-data x-invoke-path x-invoke-status x-matched-path x-now-route-matches x-http-method-override x-original-url".split(
      " ",
    ),
  )("a %s header is refused", (name) => expect(verdict("/", { headers: { [name]: ["1"] } })).toBe(400));

  test.each(["/?_rsc=1", "/?a=b&%5Frsc=1", "/?_rsc", "/?nxtPslug=x", "/?__nextLocale=en", "/?_%72sc"])(
    "%s is refused",
    (url) => {
      expect(verdict(url)).toBe(400);
    },
  );

  test("words that only look like it are not", () => {
    expect(
      verdict("/?q=_rsc&rsc=1&next=2", { headers: { "x-request-id": ["1"], "x-forwarded-host": ["evil.example"] } }),
    ).toBe(null);
  });

  test("a change of protocol is refused, an offer of HTTP/2 let pass", () => {
    expect(verdict("/", { headers: { upgrade: ["websocket"] } })).toBe(400);
    expect(verdict("/", { headers: { upgrade: ["h2c"] } })).toBe(null);
  });
});

describe("the body", () => {
  const form = (length: string[], others = {}) => ({
    method: "POST",
    headers: { "sec-fetch-site": ["same-origin"], "content-length": length, ...others },
  });

  test("belongs to forms alone", () => {
    expect(verdict("/", { headers: { "content-length": ["0"] } })).toBe(null);
    expect(verdict("/", { headers: { "content-length": ["1"] } })).toBe(400);
    expect(verdict("/", { headers: { "transfer-encoding": ["chunked"] } })).toBe(400);
  });

  test("states one length within the limit (V4.2.1)", () => {
    expect(verdict("/submit/a/save", form(["100"]))).toBe(null);
    expect(verdict("/submit/a/save", form(["101"]))).toBe(413);
    expect(verdict("/submit/a/save", form(["1", "2"]))).toBe(400);
    expect(verdict("/submit/a/save", form(["1e1"]))).toBe(400);
    expect(verdict("/submit/a/save", form(["5"], { "transfer-encoding": ["chunked"] }))).toBe(400);
  });
});

describe("where a form comes from", () => {
  const posted = (headers: object, publicUrl?: string) =>
    verdict("/submit/a/save", { method: "POST", headers, publicUrl });

  test.each([
    ["neither header", {}],
    ["another site", { "sec-fetch-site": ["cross-site"] }],
    ["a sibling site", { "sec-fetch-site": ["same-site"] }],
    ["another origin", { origin: ["https://evil.example"] }],
    ["an origin that is null", { origin: ["null"] }],
    ["our name at another port", { origin: ["http://localhost:4000"] }],
    ["our name by another scheme", { origin: ["https://localhost:3000"] }],
    ["two origins", { origin: ["http://localhost:3000", "https://evil.example"] }],
    ["headers that disagree", { "sec-fetch-site": ["same-origin"], origin: ["null"] }],
    ["headers that disagree the other way", { "sec-fetch-site": ["cross-site"], origin: ["http://localhost:3000"] }],
  ])("is refused with %s (V3.5.1)", (_what, headers) => expect(posted(headers)).toBe(403));

  test("is let through from our own pages and from a restored tab", () => {
    expect(posted({ "sec-fetch-site": ["same-origin"] })).toBe(null);
    expect(posted({ "sec-fetch-site": ["none"] })).toBe(null);
    expect(posted({ origin: ["http://localhost:3000"] })).toBe(null);
  });

  test("is measured by the public address where there is one", () => {
    const posted = (origin: string) =>
      verdict("/submit/a/save", {
        method: "POST",
        publicUrl: "https://cases.example",
        headers: { host: ["cases.example"], origin: [origin] },
      });
    expect(posted("https://cases.example")).toBe(null);
    expect(posted("http://cases.example")).toBe(403);
  });
});

describe("mending a query", () => {
  test.each(["", "q=a+b&q=%C3%A9", "topic%5B2452%5D=2452", "a&&=b&c==d", "q=%0A%252F"])(
    "leaves %j as it is",
    (query) => {
      expect(normaliseQuery(query)).toBe(query);
    },
  );

  test.each([
    ["q=100%", "q=100%EF%BF%BD"],
    ["q=%%%zz&page=2", "q=%EF%BF%BDzz&page=2"],
    ["q=%ff+b", "q=%EF%BF%BD%20b"],
    ["q=a%00b", "q=a%EF%BF%BDb"],
    ["%E2%82=1", "%EF%BF%BD=1"],
    ["q=\u00c3\u00a9", "q=%C3%A9"],
    ["q=a#b", "q=a%23b"],
  ])("turns %j into %j", (query, mended) => expect(normaliseQuery(query)).toBe(mended));

  test("always gives something that can be decoded, and mends nothing twice (V1.1.1)", () => {
    const pieces = fc.constantFrom(
      "%",
      "a",
      "0",
      "f",
      "%ff",
      "%00",
      "%C3",
      "%A9",
      "&",
      "=",
      "+",
      "#",
      "\u00e9",
      "[",
      '"',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 30 }), (parts) => {
        const mended = normaliseQuery(parts.join(""));
        expect(decodeURIComponent(mended)).not.toContain("\0");
        expect(mended).toMatch(/^[!-"$-~]*$/);
        expect(normaliseQuery(mended)).toBe(mended);
      }),
    );
  });
});
