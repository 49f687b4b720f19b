import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isWhole, waitsForScript } from "#lib/gate/html/whole.ts";
import { withoutFrameworkScript } from "#lib/gate/html/strip.ts";
import { aPage } from "./a-gate.ts";

describe("taking the framework's script out of a page", () => {
  test("leaves a Next page with its words, its style sheet and nothing else", () => {
    const html = withoutFrameworkScript(aPage("<h1>Libraries<!-- --> open late</h1>"));
    expect(html).toBe(
      `<!DOCTYPE html><html lang="en-GB"><head><meta charSet="utf-8"/>` +
        `<meta name="viewport" content="width=device-width, initial-scale=1"/>` +
        `<link rel="stylesheet" href="/_next/static/css/3f1.css" data-precedence="next"/><title>A page</title></head>` +
        `<body><main><h1>Libraries open late</h1></main></body></html>`,
    );
  });

  test("leaves text that speaks of scripts alone, in a title, in the page and in an attribute", () => {
    const spoken = "&lt;script&gt;alert(1)&lt;/script&gt; &lt;!-- --&gt;";
    const html = withoutFrameworkScript(aPage(`<p title="<script>">${spoken}</p>`, { title: spoken }));
    expect(html).toContain(`<title>${spoken}</title>`);
    expect(html).toContain(`<p title="<script>">${spoken}</p>`);
  });

  test("leaves markup that is only text to a browser alone (V3.2.2)", () => {
    const area = `<textarea><script src="x"></script><!-- --></textarea><style>/* <script> */</style>`;
    expect(withoutFrameworkScript(area)).toBe(area);
  });

  test("keeps JSON-LD and our own modules", () => {
    const kept =
      `<script type="application/ld+json">{"name":"\\u003c/script>"}</script>` +
      `<script type="module" src="/js/filter.js"></script><link rel="modulepreload" href="/js/filter.js"/>`;
    expect(withoutFrameworkScript(aPage(kept))).toContain(kept);
  });

  test.each([
    `<script>1</script>`,
    `<SCRIPT\n>1</ScRiPt\n>`,
    `<script type="application/ld+json2">1</script>`,
    `<script src="//js/x.js"></script>`,
    `<script src="https://elsewhere.example/js/x.js"></script>`,
    `<script data-x="</p>" src=/_next/x.js></script>`,
    `<script>self.__next_f.push([1,"<\\/script><b>"])</script>`,
    `<script>if (a <!--b) {}</script>`,
    `<link rel="modulepreload" href="/_next/x.js">`,
    `<link as=script rel="PRELOAD" href="/_next/x.js">`,
    `<!-- -->`,
    `<!--$?--><template id="B:0"></template><!--/$-->`,
    `<template id="P:1"><p>later</p></template>`,
    `<div hidden=""><!--$--><!--/$--></div>`,
    `<div hidden></div>`,
  ])("takes out %s", (gone) => {
    expect(withoutFrameworkScript(`<p>before</p>${gone}<p>after</p>`)).toBe("<p>before</p><p>after</p>");
  });

  test.each([
    `<link rel="preload" as="font" href="/_next/static/media/a.woff2"/>`,
    `<div hidden="">words</div>`,
    `<div hidden="" id="panel"></div>`,
    `<div hidden=""><div hidden="">words</div></div>`,
    `<template id="row"><p>ours</p></template>`,
    `<noscript><p>words</p></noscript>`,
  ])("keeps %s", (kept) => {
    expect(withoutFrameworkScript(`<p>before</p>${kept}<p>after</p>`)).toBe(`<p>before</p>${kept}<p>after</p>`);
  });

  describe("of a finished part", () => {
    const part = `<main><!-- ours --><p title="<script>">5 &lt; 6</p><script type="module" src="/js/a.js"></script></main>`;
    const saying = (length: number) =>
      `<script>1</script><div data-finished="${length}">${part}</div><script>2</script>`;

    test("leaves all that is in it and takes the element away", () => {
      expect(withoutFrameworkScript(aPage(saying(part.length)))).toContain(`<main>${part}</main>`);
    });

    test("counts characters as the page does, whatever they are", () => {
      const words = `<p>Cŵn 🐕 and “cats”</p><!-- stays -->`;
      const page = `<b></b><div data-finished="${words.length}">${words}</div><!-- goes -->`;
      expect(withoutFrameworkScript(page)).toBe(`<b></b>${words}`);
    });

    test.each([part.length - 1, part.length + 1, 0, 10 ** 12])(
      "reads everything where it does not end after %i",
      (wrong) => {
        const html = withoutFrameworkScript(saying(wrong));
        expect(html).toContain(`<div data-finished="${wrong}"><main><p title=`);
        expect(html).not.toMatch(/<!--|<script>[12]/);
      },
    );
  });

  test("ends with the text when a script never ends", () => {
    expect(withoutFrameworkScript("<p>words</p><script>never")).toBe("<p>words</p>");
  });

  test("never loses or changes escaped text between tags", () => {
    const escaped = fc.string().map((text) => text.replace(/[<>&"']/g, (character) => `&#${character.charCodeAt(0)};`));
    fc.assert(
      fc.property(fc.array(escaped), (texts) => {
        const html = texts.map((text) => `<p>${text}</p><script>${text}</script><!-- -->`).join("");
        expect(withoutFrameworkScript(html)).toBe(texts.map((text) => `<p>${text}</p>`).join(""));
      }),
    );
  });
});

describe("whether a page is whole", () => {
  test("a page is whole when it has begun and ended", () => {
    expect(isWhole(aPage("<p>x</p>"))).toBe(true);
    expect(isWhole(`${aPage("")}\n`)).toBe(true);
  });

  test.each([
    "",
    " ",
    "<p>x</p>",
    aPage("x").slice(0, -3),
    `<!DOCTYPE html><html id="__next_error__"><body></body></html>`,
  ])("%j is not", (html) => expect(isWhole(html)).toBe(false));

  test("a page waits for script when a part of it is pending or failed, not when its text says so", () => {
    expect(waitsForScript(aPage(`<!--$?--><template id="B:0"></template><p>Loading</p><!--/$-->`))).toBe(true);
    expect(waitsForScript(aPage("<!--$--><p>&lt;!--$?--&gt;</p><!--/$-->"))).toBe(false);
  });
});
