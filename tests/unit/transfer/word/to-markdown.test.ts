import { expect, test } from "vitest";
import type { Block, Paragraph } from "#lib/transfer/word/document/blocks.ts";
import { markdownOf } from "#lib/transfer/word/reading/answers/to-markdown.ts";

const paragraph = (text: string, more: Partial<Paragraph> = {}): Paragraph => ({
  ...{ kind: "paragraph", manner: "text", heading: null, list: null, anchors: [], rule: false },
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
