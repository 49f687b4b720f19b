import type { Paragraph as Line } from "mdast";
import { createElement } from "react";
import fc from "fast-check";
import { Parser } from "htmlparser2";
import { renderToStaticMarkup } from "react-dom/server";
import remarkGfm from "remark-gfm";
import remarkStringify from "remark-stringify";
import { unified } from "unified";
import { describe, expect, test } from "vitest";
import { Prose } from "#components/case-study/prose.tsx";
import { misfitOfMarkdown } from "#lib/domain/template/markdown-bounds.ts";
import type { Block, Inline, Mark, Paragraph } from "#lib/transfer/word/document/blocks.ts";
import { freeFromEscapes, writeText } from "#lib/transfer/word/reading/answers/escapes.ts";
import { markdownOf, plainOf } from "#lib/transfer/word/reading/answers/to-markdown.ts";
import { asTyped } from "#lib/transfer/word/reading/answers/typed-lists.ts";
import { often } from "#tests/support/thorough.ts";

const word = (text: string, marks: readonly Mark[] = [], href: string | null = null): Inline => {
  return { kind: "text", text, marks, href };
};
const paragraph = (inlines: string | Inline[], more: Partial<Paragraph> = {}): Paragraph => ({
  ...{ kind: "paragraph", manner: "text", heading: null, list: null, inItem: null, align: null, anchors: [] },
  rule: false,
  inlines: typeof inlines === "string" ? [word(inlines)] : inlines,
  ...more,
});
const cell = (inlines: Inline[]) => ({ blocks: [paragraph(inlines)] });
const item = { id: "a", level: 0, ordered: false, number: 1 };

/** The words that a page shows of Markdown. */
function shownOf(text: string): string {
  const words: string[] = [];
  const markup = renderToStaticMarkup(createElement(Prose, { text, name: "impact", label: "The impact" }));
  new Parser({ ontext: (data) => void words.push(data) }).end(markup);
  return oneLine(words.join(""));
}
const oneLine = (text: string) => text.replace(/\s+/g, " ").trim();

const line =
  "Write to bus_team@kirklees.gov.uk or see www.kirklees.gov.uk/buses (50% off *) [note] #1 - 3 ~ 5, R&D, 2 * 3";

describe("signs that mean nothing where they stand are written as they were", () => {
  test.each([
    line,
    "#buses cost £5* and <b> is typed! See [1] https://en.wikipedia.org/wiki/Bus_(vehicle)",
    "![a] a | b snake_case_ == ~",
  ])("%s", (text) => {
    expect(markdownOf([paragraph(text)], 0)).toBe(text);
    expect(markdownOf([paragraph(text, { list: item })], 0)).toBe(`- ${text}`);
    expect(markdownOf([paragraph(text, { heading: 3 })], 0)).toBe(`### ${text}`);
  });
});

describe("a sign that would be read as Markdown is not, and others beside it stay as they were", () => {
  test.each([
    ["*a* and 2 * 3 and [n] b@c.uk", "\\*a\\* and 2 * 3 and [n] b@c.uk"],
    ["~a~ ~ 5", "\\~a\\~ ~ 5"],
    ["[a](b) x@y.uk", "[a]\\(b) x@y.uk"],
    ["[x] done", "\\[x] done"],
    ["[a]: b", "\\[a]: b"],
    ["# no", "\\# no"],
    ["R&D &amp;", "R&D \\&amp;"],
    ["C:\\&1", "C:\\\\&1"],
  ])("%s", (text, written) => expect(markdownOf([paragraph(text)], 0)).toBe(written));
});

const piece = fc.constantFrom(
  ...[
    "*",
    "**",
    "_",
    "__",
    "~",
    "~~",
    "`",
    "[",
    "]",
    "(",
    ")",
    "](",
    "![",
    "<",
    ">",
    "\\",
    "&",
    "&amp;",
    "#",
    "|",
    "!",
  ],
  ...["- ", "+ ", "1. ", "1) ", "> ", "[ ] ", "[x] ", "[^1]", ": ", "---", "===", "|-|", " ", " ", " ", ".", ",", "🚌"],
  ...["bus", "a", "née", "b_c@d.uk", "www.e.uk/", "https://f.uk/g_(h)", "<https://i.uk>", "mailto:j@k.uk", "<b>"],
);
const sentence = fc.array(piece, { minLength: 1, maxLength: 14 }).map((pieces) => pieces.join(""));
const inline = fc.oneof(
  { weight: 4, arbitrary: sentence.map((text) => word(text)) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(sentence, fc.subarray<Mark>(["strong", "emphasis", "delete"]))
      .map(([text, marks]) => word(text, marks)),
  },
  { weight: 1, arbitrary: sentence.map((text) => word(text, [], "https://example.org/x")) },
);
const inlines = fc.oneof(
  sentence.map((text) => [word(text)]),
  fc.array(inline, { minLength: 1, maxLength: 4 }),
);

describe("any words from Word are shown as the same words", () => {
  test.each<[string, (words: Inline[]) => Block]>([
    ["in a paragraph", (words) => paragraph([word("so "), ...words])],
    ["at the beginning of a paragraph", (words) => paragraph(words)],
    ["in a heading", (words) => paragraph([word("so "), ...words], { heading: 3 })],
    ["in an item", (words) => paragraph(words, { list: item })],
    ["in a table", (words) => ({ kind: "table", head: true, rows: [[cell(words), cell([])]] })],
  ])("%s", { timeout: 60_000 }, (_where, blockOf) => {
    fc.assert(
      fc.property(inlines, (words) => {
        const block = blockOf(words);
        // Dots and boxes that somebody typed are read as what they stand for.
        fc.pre(block.kind === "table" || asTyped(block).list === block.list);
        const text = markdownOf([block], 0);
        fc.pre(!misfitOfMarkdown(text));
        const typed = block.kind === "paragraph" ? block.inlines : words;
        expect(shownOf(text)).toBe(oneLine(typed.map((one) => (one.kind === "text" ? one.text : "")).join("")));
      }),
      { numRuns: often(300, 5000) },
    );
  });
});

test("lines full of signs are not tried sign by sign for ever", () => {
  let written = 0;
  const writer = unified()
    .use(remarkGfm)
    .use(remarkStringify, { handlers: { text: writeText } });
  const value = "*a* [b](c) _d_ ~e~ `f` &amp; <https://x.uk> ".repeat(45);
  const signs = (): Line => ({ type: "paragraph", children: [{ type: "text", value }] });
  freeFromEscapes({ type: "root", children: Array.from({ length: 50 }, signs) }, (root) => {
    written += 1;
    return writer.stringify(root);
  });
  expect(written).toBeLessThan(150);
});

test("what nobody understood is plain words, to be copied into any box", () => {
  const mail = [word("Ask "), word("bus_team@kirklees.gov.uk", [], "mailto:bus_team@kirklees.gov.uk"), word(" or ")];
  const link = [word("our "), word("*new*", ["strong"]), word(" report", [], "https://example.org/a_b")];
  const blocks = [
    paragraph("Who *asks*", { heading: 3 }),
    paragraph([...mail, ...link]),
    paragraph("[a](b)", { list: item }),
  ];
  expect(plainOf(blocks)).toBe(
    "Who *asks*\n\nAsk bus_team@kirklees.gov.uk or our *new* report (https://example.org/a_b)\n\n- [a](b)",
  );
});
