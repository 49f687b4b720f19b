import { describe, expect, test } from "vitest";
import { cachingOf, passedFields, securityFields } from "#lib/gate/headers.ts";

describe("what every response says", () => {
  test("allows our own files and nothing else (V3.4.3, V3.4.4, V3.4.5, V3.4.6)", () => {
    const fields = securityFields(undefined);
    expect(fields["Content-Security-Policy"]).toBe(
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; " +
        "manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    );
    expect(fields).toMatchObject({ "X-Content-Type-Options": "nosniff", "Referrer-Policy": "same-origin" });
    expect(fields["Permissions-Policy"]).toMatch(/^accelerometer=\(\), (?:[a-z-]+=\(\), )+xr-spatial-tracking=\(\)$/);
  });

  test("insists on https only where the public address is https (V3.4.1)", () => {
    expect(securityFields("https://cases.example")).toHaveProperty(
      "Strict-Transport-Security",
      "max-age=63072000; includeSubDomains",
    );
    for (const address of [undefined, "http://cases.example"]) {
      expect(securityFields(address)).not.toHaveProperty("Strict-Transport-Security");
    }
  });
});

describe("what of the renderer's fields leaves", () => {
  test("has the stricter policy of what was uploaded (V3.2.1)", () => {
    const fields = { "content-security-policy": "default-src 'none'; sandbox", "content-disposition": "attachment" };
    expect(passedFields(fields)).toEqual(fields);
  });

  test("is a short list without the framework's own", () => {
    const fields = passedFields({
      "content-type": "text/html",
      "x-powered-by": "Next.js",
      "x-nextjs-cache": "HIT",
      server: "x",
      location: "/elsewhere",
      "set-cookie": ["a=b", "c=d"],
      vary: "rsc, next-router-state-tree, next-router-prefetch, Accept-Encoding, Accept-Language",
      link: '</_next/static/a.js>; rel=preload; as="script", </_next/static/b.woff2>; rel=preload; as="font", </x.js>; rel=modulepreload',
    });
    expect(fields).toEqual({
      "content-type": "text/html; charset=utf-8",
      "set-cookie": ["a=b", "c=d"],
      vary: "Accept-Language",
      link: ' </_next/static/b.woff2>; rel=preload; as="font"',
    });
  });

  test("lets an answer be shown on other people's pages where its handler says so", () => {
    expect(passedFields({ "cross-origin-resource-policy": "cross-origin" })).toEqual({
      "cross-origin-resource-policy": "cross-origin",
    });
  });

  test("has no empty fields", () => {
    expect(passedFields({ vary: "rsc", link: "</a.js>; rel=modulepreload" })).toEqual({});
  });
});

describe("how long an answer may be kept", () => {
  test("hashed files for ever, but not their absence", () => {
    expect(cachingOf("/_next/static/a.css", 200, {})).toBe("public, max-age=31536000, immutable");
    expect(cachingOf("/_next/static/a.css", 404, {})).toBe("no-cache");
  });

  test("as the renderer stated, or else asked for each time", () => {
    expect(cachingOf("/icon.svg", 200, { "cache-control": "public, max-age=0" })).toBe("public, max-age=0");
    expect(cachingOf("/", 200, {})).toBe("no-cache");
  });

  test("not at all when it sets a cookie or the page says so (V14.2.2)", () => {
    expect(cachingOf("/_next/static/a.css", 200, { "set-cookie": ["a=b"] })).toBe("private, no-store");
    expect(cachingOf("/", 200, {}, false)).toBe("private, no-store");
  });
});
