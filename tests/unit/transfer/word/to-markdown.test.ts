import { expect, test } from "vitest";
import type { Block, Inline, Mark, Paragraph } from "#lib/transfer/word/document/blocks.ts";
import { markdownOf } from "#lib/transfer/word/reading/answers/to-markdown.ts";

const paragraph = (text: string, more: Partial<Paragraph> = {}): Paragraph => ({
  ...{
    kind: "paragraph",
    manner: "text",
    heading: null,
    list: null,
    inItem: null,
    align: null,
    anchors: [],
    rule: false,
  },
  inlines: text ? [{ kind: "text", text, marks: [], href: null }] : [],
  ...more,
});

test("each paragraph of a long document is looked at a few times, however many there are", () => {
  let looks = 0;
  const blocks: Block[] = Array.from({ length: 3000 }, (_, at) => paragraph(at % 3 ? "" : "- one"));
  const counted = new Proxy(blocks, {
    get(target, name, self) {
      if (typeof name === "string" && /^\d+$/.test(name)) looks += 1;
      return Reflect.get(target, name, self) as unknown;
    },
  });
  expect(markdownOf(counted, 0)).toMatch(/^- one/);
  expect(looks).toBeLessThan(20_000);
});

test("a heading in the manner of code is a heading", () => {
  expect(markdownOf([paragraph("Setting up", { manner: "code", heading: 3 })], 0)).toBe("### Setting up");
});

test("a link is one link, whatever stands out in it, and two pieces of code are two", () => {
  const word = (text: string, marks: readonly Mark[] = [], href: string | null = null): Inline => {
    return { kind: "text", text, marks, href };
  };
  const to = "https://example.org/x";
  const linked = [word("The ", [], to), word("late", ["emphasis"], to), word(" bus", [], to)];
  const bold = [word("two ", ["strong"]), word("more", ["strong", "emphasis"]), word(" "), word("words", ["strong"])];
  const code = [word("a", ["code"]), word(" "), word("b", ["code"])];
  const written = [linked, bold, code].map((inlines) => markdownOf([paragraph("", { inlines })], 0));
  expect(written).toEqual([`[The _late_ bus](${to})`, "**two _more_ words**", "`a` `b`"]);
});
