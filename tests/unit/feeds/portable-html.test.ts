import { expect, test } from "vitest";
import { portableHtml } from "#lib/feeds/portable-html.ts";

const base = "https://cases.example/case-studies/night-buses";
const portable = (html: string) => portableHtml(html, base);

test("addresses become whole, wherever they started", () => {
  expect(portable('<a href="/about">a</a>')).toBe('<a href="https://cases.example/about">a</a>');
  expect(portable('<a href="#impact">a</a>')).toBe(`<a href="${base}#impact">a</a>`);
  expect(portable('<img src="/files/1/a.png?a=1&amp;b=2"/>')).toBe(
    '<img src="https://cases.example/files/1/a.png?a=1&amp;b=2"/>',
  );
  expect(portable('<a href="https://elsewhere.example/x">a</a>')).toBe('<a href="https://elsewhere.example/x">a</a>');
  expect(portable('<a href="mailto:team@dorset.example">a</a>')).toBe('<a href="mailto:team@dorset.example">a</a>');
});

test("an address with quotes in it leads where it led", () => {
  expect(portable('<a href="https://en.wikipedia.org/wiki/St_John&#x27;s?a=1&amp;b=2">a</a>')).toBe(
    `<a href="https://en.wikipedia.org/wiki/St_John's?a=1&amp;b=2">a</a>`,
  );
  expect(portable('<a href="https://a.example/?q=&quot;b&quot;&lt;c&gt;">a</a>')).toBe(
    '<a href="https://a.example/?q=%22b%22%3Cc%3E">a</a>',
  );
});

test("what only our own pages understand goes, what describes the content stays", () => {
  expect(
    portable('<section class="mt-4" aria-labelledby="x" tabindex="0"><th scope="row" id="y">b</th></section>'),
  ).toBe('<section><th scope="row">b</th></section>');
  expect(portable('<img alt="A &quot;bus&quot;" width="10" height="20" loading="lazy"/>')).toBe(
    '<img alt="A &quot;bus&quot;" width="10" height="20"/>',
  );
});

test("text that looks like an attribute stays text", () => {
  const text = "<p>write class=&quot;x&quot; or href=&quot;/y&quot; = it</p>";
  expect(portable(text)).toBe(text);
});
