import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { unified } from "unified";
import { describe, expect, test } from "vitest";
import { blocksOf } from "#lib/domain/advice/markdown/blocks.ts";
import { inlineOf } from "#lib/domain/advice/markdown/inline.ts";

describe("words are read as a reader sees them", () => {
  test.each([
    ["**Bold**, *slanted*, __bold__, _slanted_ and ~~gone~~", "Bold, slanted, bold, slanted and gone"],
    ["snake_case_name and 5 * 3", "snake_case_name and 5 3"],
    ["\\*not slanted\\*", "not slanted"],
    ["`code` and ``a b``, but not `so", "code and a b, but not `so"],
    ["R&amp;D &lt;5&nbsp;km", "R&D <5 km"],
    ["a <name of ward> 3 < 5 > 2", "a <name of ward> 3 < 5 > 2"],
    ["[a [b] c](https://a.example/x_(y) 'title')", "a [b] c"],
    ["[![pic](a.png) words](https://a.example)", "!pic words"],
    ["[text][ref] and [1]", "text and [1]"],
    ["before https://a.example/a_b_c. After", "before . After"],
    ["[unclosed](https://a.example", "[unclosed]("],
    ["naïve café — “déjà vu” 😀", "naïve café — “déjà vu” 😀"],
  ])("%s", (markdown, words) => expect(inlineOf(markdown).text).toBe(words));
});

interface Node {
  type: string;
  depth?: number;
  value?: string;
  children?: Node[];
}
const wordsIn = (node: Node): string => node.value ?? (node.children ?? []).map(wordsIn).join("");
const below = (node: Node): Node[] => [node, ...(node.children ?? []).flatMap(below)];
const told = (text: string) => text.replace(/\s+/g, " ").trim();

/** The same blocks as the parser that pages are drawn with finds them. */
function parsed(markdown: string) {
  return below(unified().use(remarkParse).use(remarkGfm).parse(markdown) as Node)
    .filter(({ type }) => ["heading", "paragraph", "tableCell"].includes(type))
    .map((node) => [node.type === "tableCell" ? "cell" : node.type, node.depth ?? 0, told(wordsIn(node))]);
}

const readHere = (markdown: string) =>
  blocksOf(markdown)
    .filter(({ kind }) => kind !== "table")
    .map((block) => [block.kind, block.kind === "heading" ? block.level : 0, block.text]);

describe("blocks are those of the parser that pages are drawn with", () => {
  test.each([
    "One line\nand another.\n\nA second paragraph.",
    "# One\nwords\n## Two ##\n\n###### Six\n####### seven",
    "Title\n=====\n\nOther\n---\nwords",
    "- one\n- two\n  goes on\n\n  1. three\n  2. four",
    "* one\n\n* two\n+ three\n1) four",
    "> quoted\n> further\n\nnot quoted\n> quoted again",
    "Before\n\n---\n\nAfter\n***\nEnd\n\n- - -",
    "```\n# code\n- code\n```\nwords\n\n~~~ts\ncode",
    "| a | b |\n|---|:-:|\n| c | **d** |\n\nwords",
    "a | b\n--|--\nc | d",
    "words [a link](https://a.example) and *more*\n\n[1]: https://a.example",
    "```not a fence``` words",
    "2019. We began.\n\n**Not a heading**",
    "- **Bold:** words\n- `code` words\n- [link](https://a.example)",
    "> - quoted item\n>\n> ### Quoted heading",
  ])("%j", (markdown) => expect(readHere(markdown)).toEqual(parsed(markdown)));
});
