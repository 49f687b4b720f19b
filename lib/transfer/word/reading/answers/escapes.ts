import type { Nodes, Root, RootContent, Text } from "mdast";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import type { Options } from "remark-stringify";
import { unified } from "unified";
import { visit } from "unist-util-visit";
import { asTyped } from "#lib/domain/advice/markdown/as-typed.ts";
import { misfitOfMarkdown } from "#lib/domain/template/markdown-bounds.ts";

declare module "mdast" {
  interface TextData {
    /** The signs that need no escape where this text stands. */
    bare?: readonly string[];
  }
}

type Handlers = NonNullable<Options["handlers"]>;

/** Writes text with the library's escapes, but for those of its bare signs and those that are never needed. */
export const writeText: NonNullable<Handlers["text"]> = (node: Text, _parent, state, info) => {
  const bare = node.data?.bare ?? [];
  const unsafe = state.unsafe.filter(
    ({ character, atBreak, inConstruct }) =>
      !bare.includes(character) || !(atBreak || [inConstruct].flat().includes("phrasing")),
  );
  // Between spaces no sign makes words stand out.
  const written = { ...state, unsafe }.safe(node.value, info);
  return written.replace(/(?<=\S )\\([*_~])(?= )/g, "$1");
};

type Line = Extract<Nodes, { type: "paragraph" | "heading" | "tableCell" }>;

const isLine = (node: Nodes): node is Line =>
  node.type === "paragraph" || node.type === "heading" || node.type === "tableCell";

/** Longer lines than anybody writes keep every escape, because each sign is tried for itself. */
const longest = 10_000;
/** How many characters of an answer are tried sign by sign. Most lines need none of that. */
const mostTried = 50_000;

const reader = unified().use(remarkParse).use(remarkGfm).use(asTyped);

/**
 * Frees the texts of a document from escapes without which it would be read as the same words. The library guards signs that
 * could mean something anywhere, of which officers write many that mean nothing where they stand.
 *
 * @param write writes a document with the handler above
 */
export function freeFromEscapes(root: Root, write: (root: Root) => string): void {
  let left = mostTried;
  visit(root, (node) => {
    if (!isLine(node)) return;
    const alone = standingAlone(node);
    const guarded = write(alone);
    const signs = [...new Set(Array.from(guarded.matchAll(/\\([!-/:-@[-`{-~])/g), ([, sign]) => sign!))];
    if (!signs.length || guarded.length > longest) return;
    // Guarded only where "[" behind it is not.
    if (signs.includes("[")) signs.push("!");
    const meant = saying(alone);
    const isRight = (bare: readonly string[]) => {
      setBare(node, bare);
      const written = write(alone);
      return !misfitOfMarkdown(written) && saying(reader.parse(written)) === meant;
    };
    if (isRight(signs)) return;
    let bare: readonly string[] = [];
    for (const sign of signs) {
      left -= guarded.length;
      if (left < 0) break;
      if (isRight([...bare, sign])) bare = [...bare, sign];
    }
    setBare(node, bare);
  });
}

const setBare = (line: Line, bare: readonly string[]) =>
  visit(line, "text", (node) => void (node.data = { ...node.data, bare }));

/** A document of one line. A paragraph stands in an item, where a box to tick would be read too. */
function standingAlone(line: Line): Root {
  const content: RootContent =
    line.type === "heading"
      ? line
      : line.type === "tableCell"
        ? { type: "table", align: [null], children: [{ type: "tableRow", children: [line] }] }
        : {
            type: "list",
            ordered: false,
            spread: false,
            children: [{ type: "listItem", spread: false, checked: null, children: [line] }],
          };
  return { type: "root", children: [content] };
}

/** What a document says, and how. An address is the same whether or not it can be pressed. */
function saying(node: Nodes): string {
  if (node.type === "text") return node.value;
  const inside = "children" in node ? node.children.map(saying).join("") : "value" in node ? node.value : "";
  const to = "url" in node ? node.url : "";
  if (node.type === "link" && leadsToItself(to, inside)) return inside;
  const checked = "checked" in node ? String(node.checked) : "";
  return `\0${node.type} ${to} ${checked}\0${inside}\0`;
}

const leadsToItself = (url: string, words: string) => ["", "http://", "mailto:"].some((start) => url === start + words);
