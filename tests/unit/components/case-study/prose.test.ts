import { createElement } from "react";
import { Parser } from "htmlparser2";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { Prose } from "#components/case-study/prose.tsx";

const html = (text: string) =>
  renderToStaticMarkup(createElement(Prose, { text, name: "impact", label: "The impact" }));

/** The elements in markup and their attributes, each as `a href`. */
function madeOf(markup: string) {
  const found: string[] = [];
  const onopentag = (name: string, attributes: Record<string, string>) =>
    void found.push(name, ...Object.keys(attributes).map((key) => `${name} ${key}`));
  new Parser({ onopentag }).end(markup);
  return new Set(found);
}

const levelsIn = (text: string) => [...html(text).matchAll(/<h(\d)/g)].map(([, level]) => Number(level));

describe("prose", () => {
  test("begins below the section's own heading and leaves no level out", () => {
    expect(levelsIn("# A\n\n## B\n\n### C\n\n#### D")).toEqual([3, 3, 3, 4]);
    expect(levelsIn("#### D\n\n#### E\n\n###### F")).toEqual([3, 4, 4]);
    expect(levelsIn("> ##### in a quote")).toEqual([3]);
  });

  test("has no heading without words", () => {
    expect(levelsIn("#\n\n## \n\ntext\n\n# A")).toEqual([3]);
  });

  test("shows notes and tasks as the words that were typed", () => {
    const shown = html("So they say[^1].\n\n[^1]: A report.\n\n- [x] done\n- [ ] not yet");
    expect(shown).toContain("So they say[^1].");
    expect(shown).toContain("A report.");
    expect(shown).toContain("<li>[x] done</li>");
    expect(shown).not.toMatch(/<a|<input|user-content/);
  });

  const known =
    "div section p h3 h4 h5 h6 ul ol li a strong em del blockquote br hr code pre table thead tbody tr th td";
  const knownAttributes = [
    "div class",
    "section class",
    "section tabindex",
    "section aria-label",
    "table class",
    "a href",
    "ol start",
  ];
  const mayHave = new Set([...known.split(" "), ...knownAttributes, ...["h3 id", "h4 id", "h5 id", "h6 id"]]);

  test.each([
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "a <b onmouseover=alert(1)>b</b> c",
    "<svg onload=alert(1)><foreignObject><body onload=alert(1)></foreignObject></svg>",
    "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
    "<style>@import 'https://evil.example'</style>",
    "<form action=https://evil.example><button>Sign in</button></form>",
    "<math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>",
    "<!--><img src=x onerror=alert(1)>-->",
    "[a](javascript:alert(1)) [b](JaVaScRiPt:alert(1)) [c](java&#10;script:alert(1)) [d](data:text/html,x)",
    "[a](vbscript:x) <javascript:alert(1)> [b][1]\n\n[1]: javascript:alert(1)",
    "[a](https://a.example 'x\" onclick=\"alert(1)')",
    "![x](https://evil.example/x.png) ![y](javascript:alert(1))",
    '# a {onclick=alert(1)}\n\n```html" onload="alert(1)\n<script>\n```',
    "| <script>alert(1)</script> | a |\n|---|---|\n| <img src=x onerror=alert(1)> | b |",
  ])("is made of nothing that runs, loads or sends, whatever is in it: %j (V1.2.2, V1.3.1, V1.3.5)", (text) => {
    expect([...madeOf(html(text))].filter((one) => !mayHave.has(one))).toEqual([]);
    expect(html(text)).not.toMatch(/(?:href|src)="(?!https?:|mailto:|#|\/)[^"]*:/i);
  });

  test("and what would, would be seen", () => {
    const bad = madeOf("<p onclick='a'>a</p><script></script>");
    expect([...bad].filter((one) => !mayHave.has(one))).toEqual(["p onclick", "script"]);
  });

  test("loses nothing between angle brackets, nor a picture of another site", () => {
    const typed =
      "We asked <name of ward>, and x<5 and y>3. It cost £5 <approx>.\n\n<div>\nWords\n</div>\n\n![Map](https://a.example)";
    const shown = html(typed).replace(/<[^>]*>/g, "");
    for (const words of [
      "We asked &lt;name of ward&gt;, and x&lt;5 and y&gt;3.",
      "£5 &lt;approx&gt;.",
      "Words",
      "!Map",
    ])
      expect(shown).toContain(words);
  });

  test.each([
    ["[our report](www.leeds.gov.uk/report)", '<a href="https://www.leeds.gov.uk/report">our report</a>'],
    ["www.leeds.gov.uk/a_b and more", '<a href="https://www.leeds.gov.uk/a_b">www.leeds.gov.uk/a_b</a> and more'],
    ["[a](http://www.a.uk) http://b.uk", '<a href="http://www.a.uk">a</a> <a href="http://b.uk">http://b.uk</a>'],
    ["[www.a.uk](http://www.a.uk)", '<a href="http://www.a.uk">www.a.uk</a>'],
    ["a@b.uk", '<a href="mailto:a@b.uk">a@b.uk</a>'],
    ["[a](/about) [b](#impact)", '<a href="/about">a</a> <a href="#impact">b</a>'],
  ])("leads where a link was meant to: %s", (text, shown) => {
    expect(html(text)).toBe(`<div class="prose"><p>${shown}</p></div>`);
  });

  test.each([
    "[**bare** words](kent.gov.uk)",
    "[**bare** words](javascript:alert%281%29)",
    "[**bare** words][1]\n\n[1]: javascript:alert(1)",
    "[**bare** words](//evil.example)",
    "[**bare** words](tel:01843577000)",
    "[**bare** words](../report.pdf)",
    "[**bare** words]()",
  ])("keeps the words alone of a link that leads nowhere: %s", (text) => {
    expect(html(text)).toContain("<p><strong>bare</strong> words</p>");
    expect(html(text)).not.toContain("<a");
  });

  test("has no header cell without words", () => {
    const shown = html("| a | |\n|---|---|\n| 1 | 2 |");
    expect([...shown.matchAll(/<t([hd])>/g)].map(([, cell]) => cell)).toEqual(["h", "d", "d", "d"]);
  });

  test("gives each of its tables a name of its own", () => {
    const table = "| a | b |\n|---|---|\n| 1 | 2 |";
    const names = [
      ...html(`${table}\n\ntext\n\n> ${table.replaceAll("\n", "\n> ")}`).matchAll(/aria-label="([^"]+)"/g),
    ];
    expect(names.map(([, name]) => name)).toEqual(["The impact, table 1", "The impact, table 2"]);
  });

  test.each([
    ">".repeat(9999),
    "*".repeat(5000) + "a" + "*".repeat(5000),
    "- ".repeat(5000),
    "|a".repeat(100) + "\n" + "|-".repeat(100),
  ])("shows what cannot be rendered as it was typed: %#", (text) => {
    expect(html(`${text}\n\n<b>Second</b>`)).toMatch(
      /^<div class="prose"><p>[^<]+<\/p><p>&lt;b&gt;Second&lt;\/b&gt;<\/p><\/div>$/,
    );
  });
});
