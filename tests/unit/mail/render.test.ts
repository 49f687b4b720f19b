import fc from "fast-check";
import { HtmlValidate } from "html-validate";
import { parseDocument } from "htmlparser2";
import { describe, expect, test } from "vitest";
import { letters, type Letter, type LetterKind } from "#lib/mail/letters.ts";
import { asOneLine, shortened } from "#lib/mail/one-line.ts";
import { render } from "#lib/mail/render.ts";
import { someFacts } from "#tests/support/letter-facts.ts";

const kinds = Object.keys(letters) as LetterKind[];
const hostile = `<script>alert("1")</script> & <img src=x onerror='y'>`;
const write = (kind: LetterKind, changes = {}) => letters[kind].write(someFacts(changes));

describe.each(kinds)("the letter %s", (kind) => {
  const attacked = {
    name: hostile,
    title: hostile,
    council: hostile,
    reason: hostile,
    actor: hostile,
    reference: hostile,
    factCheck: {
      ...{ name: hostile, token: hostile, until: new Date(0), verdict: "wrong" },
      remarks: [{ section: "impact", title: hostile, text: hostile }],
    },
    alert: {
      ...{ token: hostile, confirmed: true, every: "every day", words: hostile, filters: [hostile], list: hostile },
      ...{ lost: [{ group: hostile, slug: hostile }], total: 2 },
      matches: [{ slug: hostile, title: hostile, summary: hostile, councilName: hostile, publishedAt: new Date(0) }],
    },
  };

  test("lets no mark-up through that somebody typed (V1.2.1)", () => {
    const { html } = render(write(kind, attacked));
    expect(html).not.toMatch(/<script|<img|onerror='/i);
    expect(names(html).difference(allowed)).toEqual(new Set());
  });

  test("keeps to 72 columns as text, where only an address may be longer", () => {
    const { text } = render(
      write(kind, { reason: "A long reason. ".repeat(40), title: "Many words ".repeat(9).trim() }),
    );
    const long = text.split("\n").filter((line) => [...line].length > 72);
    expect(long.filter((line) => !/^https:\/\/\S+$/.test(line))).toEqual([]);
    expect(text).not.toMatch(/<[a-z/]|&[a-z#0-9]+;|[ \t]$/m);
  });

  test("is one line in its subject, whatever the title", () => {
    const { subject } = render(write(kind, { title: "A\r\nBcc: everybody@evil.example\u2028\u202ex" }));
    expect(subject).not.toMatch(/[\r\n\u2028\u202e]/);
  });

  test("is HTML that a validator passes", async () => {
    const rules = {
      "no-inline-style": "off",
      "long-title": "off",
      "doctype-style": "off",
      "require-sri": "off",
    } as const;
    const validator = new HtmlValidate({ extends: ["html-validate:recommended"], rules });
    const { results } = await validator.validateString(render(write(kind)).html);
    expect(results.flatMap(({ messages }) => messages.map(({ ruleId, message }) => `${ruleId}: ${message}`))).toEqual(
      [],
    );
  });
});

const allowed = new Set([
  ...["html", "head", "meta", "title", "style", "body", "div", "p", "blockquote", "br", "a", "h2"],
]);

function names(html: string): Set<string> {
  const found = new Set<string>();
  const walk = (nodes: { name?: string; children?: unknown[] }[]) => {
    for (const node of nodes) {
      if (node.name && !node.name.startsWith("!")) found.add(node.name);
      walk((node.children ?? []) as typeof nodes);
    }
  };
  walk(parseDocument(html).children as { name?: string; children?: unknown[] }[]);
  return found;
}

describe("any text at all", () => {
  const bits = ["\n", "\r", "\r\n", " ", "\t", "\0", "\u0085", "\u2028", "\u202e", "\u00a0", "<", ">", "&", '"', "'"];
  const words = [
    "a",
    "é",
    "👩🏽‍🚒",
    "</p>",
    "<b>",
    "<!--",
    "]]>",
    "&lt;",
    "&#60",
    "a word",
    "> quoted",
    "http://x.example",
  ];
  const hostileText = fc.array(fc.constantFrom(...bits, ...words), { maxLength: 60 }).map((parts) => parts.join(""));

  const letter = (words: string): Letter => ({
    subject: words,
    greeting: words,
    paragraphs: [words, words],
    quote: { by: "The editor wrote:", words },
    button: { text: words, url: "https://casebook.example/track/x" },
    closing: [words],
  });

  test("comes out as text with every word in its order, and as HTML without new elements", () => {
    fc.assert(
      fc.property(hostileText, (words) => {
        const { subject, text, html } = render(letter(words));
        expect(subject).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}]/u);
        expect(names(html).difference(allowed)).toEqual(new Set());
        const wanted = words.split(/[\s\u0085]+/).filter(Boolean);
        const quoted = text.slice(text.indexOf("The editor wrote:") + "The editor wrote:".length);
        let at = 0;
        for (const word of wanted) expect((at = quoted.indexOf(word, at))).toBeGreaterThanOrEqual(0);
      }),
      { numRuns: 300 },
    );
  });
});

test("a list in a list is still one where somebody is quoted, however long its lines are", () => {
  const list = `Say:\n- what it cost\n  - in the first year${" and the next".repeat(6)}\n    1. by whom`;
  const { text, html } = render(write("withdraw", { reason: list }));
  expect(text).toContain(
    [
      "> Say:\n> - what it cost",
      ">   - in the first year and the next and the next and the next and the",
      ">   next and the next and the next",
      ">     1. by whom\n",
    ].join("\n"),
  );
  expect(html).toContain("<br>&nbsp;&nbsp;- in the first year");
  const wide = render(write("withdraw", { reason: `${" ".repeat(500)}far out` })).text;
  expect(Math.max(...wide.split("\n").map((line) => line.length))).toBeLessThanOrEqual(72);
});

test("a line has no line ends and no marks that turn its direction (V1.3.11)", () => {
  expect(asOneLine("  A\r\nBcc: b\u0000c\u2028d \u202Ee\t\tf ")).toBe("A Bcc: b c d e f");
  expect(shortened("Twelve words", 8)).toBe("Twelve…");
  expect(shortened("👩🏽‍🚒 at work", 30)).toBe("👩🏽‍🚒 at work");
});
