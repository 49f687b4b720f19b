import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { sameSitePath } from "#lib/domain/addresses/same-site-path.ts";
import { readDirective } from "#lib/gate/directive.ts";
import { aDirective, aPage } from "./a-gate.ts";

const readHead = (head: string) => readDirective(aPage("<p>x</p>", { head })).directive;

describe("what a page says to the gate", () => {
  test("is read and taken out", () => {
    const said = { status: 301, location: "/case-studies?topic=libraries&page=2", store: false, found: 12 };
    expect(readDirective(aPage("<p>x</p>", { head: aDirective(said) }))).toEqual({
      directive: said,
      html: aPage("<p>x</p>"),
    });
  });

  test("may be nothing, or an empty object", () => {
    expect(readHead("")).toBe("none");
    expect(readHead(aDirective({}))).toEqual({});
  });

  test("is decoded as a browser would decode it", () => {
    expect(readHead(`<meta content='{&quot;status&#34;&#x3a;404}' name=gate>`)).toEqual({ status: 404 });
  });

  test.each([
    ["not JSON", `<meta name="gate" content="status 404">`],
    ["no content", `<meta name="gate">`],
    ["a status it may not set", aDirective({ status: 101 })],
    ["a status as text", aDirective({ status: "404" })],
    ["a redirect without address", aDirective({ status: 301 })],
    ["an address without redirect", aDirective({ status: 404, location: "/x" })],
    ["a word it does not know", aDirective({ status: 200, cookie: "a=b" })],
    ["a number found that is no count", aDirective({ found: -1 })],
    ["a list", aDirective([])],
    ["another site", aDirective({ status: 301, location: "https://evil.example/" })],
    ["another site without scheme", aDirective({ status: 301, location: "//evil.example/" })],
    ["another site by backslash", aDirective({ status: 301, location: "/\\evil.example" })],
    ["another site once resolved", aDirective({ status: 301, location: "/.//evil.example" })],
    ["a line break", aDirective({ status: 301, location: "/x\r\nSet-Cookie: a=b" })],
  ])("is unreadable when it holds %s", (_what, head) => {
    expect(readHead(head)).toBe("unreadable");
  });

  test("counts only in the head", () => {
    const html = aPage(`<p>${aDirective({ status: 410 })}</p><head>${aDirective({ status: 410 })}</head>`);
    expect(readDirective(html)).toEqual({ html, directive: "none" });
    const unclosed = `<html><head><title>x</title><body>${aDirective({ status: 410 })}</body></html>`;
    expect(readDirective(unclosed).directive).toBe("none");
  });

  test("cannot be forged by text in the head", () => {
    const forged = aDirective({ status: 301, location: "/forged" });
    expect(readDirective(aPage("", { title: forged })).directive).toBe("none");
    expect(readHead(`<meta name="description" content='${forged}'/>`)).toBe("none");
    expect(readHead(`<script>${forged}</script><style>${forged}</style><!--${forged}-->`)).toBe("none");
    expect(readHead(`<meta name="gate2" content="{}"/><meta property="gate" content="{}"/>`)).toBe("none");
  });

  test("is only the first of several", () => {
    expect(readHead(aDirective({ status: 410 }) + aDirective({ status: 200 }))).toEqual({ status: 410 });
  });
});

describe("an address on this site", () => {
  test("is written in ASCII with its dots resolved", () => {
    expect(sameSitePath("/a/../b c?q=é#x")).toBe("/b%20c?q=%C3%A9#x");
  });

  test("never leads elsewhere, whatever it is made of (V3.7.2)", () => {
    const pieces = fc.constantFrom(
      "/",
      "\\",
      ".",
      "..",
      "evil.example",
      "http:",
      "@",
      ":",
      "%2f",
      "?",
      "#",
      "\t",
      "\n",
      " ",
      "é",
      "a",
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 12 }), (parts) => {
        const path = sameSitePath(parts.join(""));
        if (path === null) return;
        expect(path).toMatch(/^\/(?![/\\])[\x21-\x7e]*$/);
        expect(new URL(path, "https://ours.example").origin).toBe("https://ours.example");
      }),
      { numRuns: 2000 },
    );
  });
});
