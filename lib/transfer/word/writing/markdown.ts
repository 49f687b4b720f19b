import { BorderStyle, Paragraph, type IParagraphOptions, type Table } from "docx";
import type { Definition, List, ListItem, RootContent } from "mdast";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { unified } from "unified";
import { visit } from "unist-util-visit";
import { asTyped } from "#lib/domain/advice/markdown/as-typed.ts";
import { misfitOfMarkdown } from "#lib/domain/template/markdown-bounds.ts";
import { tickBox } from "./controls.ts";
import { deepest, indentOf, type Lists } from "./lists.ts";
import { ink } from "./look.ts";
import { gridOf } from "./tables.ts";
import { runsOf, wordsOf, type Definitions } from "./words.ts";

const reader = unified().use(remarkParse).use(remarkGfm).use(asTyped);

/** A long answer as Word has it. Words that would take too long to lay out come as they were typed. */
export function markdownBlocks(text: string, lists: Lists): (Paragraph | Table)[] {
  if (misfitOfMarkdown(text)) return text.split("\n").map((line) => new Paragraph({ children: wordsOf(line) }));
  const root = reader.parse(text);
  const definitions = new Map<string, Definition>();
  visit(root, "definition", (node) => void definitions.set(node.identifier, node));
  return blocksOf(root.children, { lists, definitions, quoted: false, inItem: false, level: -1 });
}

interface Place {
  lists: Lists;
  definitions: Definitions;
  quoted: boolean;
  /** Whether that quotation lies in a list, rather than a list in it. */
  inItem: boolean;
  /** How deep in lists; -1 outside. */
  level: number;
}

function blocksOf(content: readonly RootContent[], at: Place): (Paragraph | Table)[] {
  return content.flatMap((node): (Paragraph | Table)[] => {
    switch (node.type) {
      case "paragraph":
        return [paragraph({ ...dress(at), children: runsOf(node.children, at.definitions) })];
      case "heading": {
        const children = runsOf(node.children, at.definitions);
        // Word's first two levels are the document's own.
        return [paragraph({ style: `Heading${Math.max(3, node.depth)}`, children })];
      }
      case "blockquote":
        return blocksOf(node.children, at.quoted ? at : { ...at, quoted: true, inItem: at.level >= 0 });
      case "list":
        return listBlocks(node, at);
      case "code":
        return node.value.split("\n").map((line) => paragraph({ ...code(at), children: wordsOf(line) }));
      case "table": {
        const rows = node.children.map((row) => row.children.map((cell) => runsOf(cell.children, at.definitions)));
        return [gridOf(rows, node.align ?? []), paragraph({ spacing: { after: 60 } })];
      }
      case "thematicBreak":
        return [
          paragraph({
            ...dress(at),
            border: { bottom: { style: BorderStyle.SINGLE, size: 6, space: 1, color: ink } },
          }),
        ];
      case "footnoteDefinition":
        return blocksOf(node.children, at);
      default:
        return [];
    }
  });
}

const paragraph = (options: IParagraphOptions) => new Paragraph(options);

/** What a paragraph in a quotation or in a list wears. */
function dress({ quoted, inItem, level }: Place): IParagraphOptions {
  if (quoted && !inItem) return { style: "Quote" };
  return level < 0 ? {} : { style: quoted ? "ListQuote" : "ListContinue", indent: { left: indentOf(level) } };
}

const code = ({ quoted, level }: Place): IParagraphOptions =>
  level < 0 || quoted ? { style: "Code" } : { style: "ListCode", indent: { left: indentOf(level) } };

function listBlocks({ children, ordered, start }: List, at: Place): (Paragraph | Table)[] {
  const list = at.lists.begin(Boolean(ordered), start ?? 1);
  const level = Math.min(deepest, at.level + 1);
  return children.flatMap((item) => itemBlocks(item, { ...at, level }, { ...list, level }));
}

function itemBlocks(
  { children, checked }: ListItem,
  at: Place,
  numbering: { reference: string; instance: number; level: number },
) {
  const [first, ...others] = children;
  const style = at.quoted ? { style: at.inItem ? "ListQuote" : "Quote" } : {};
  const isText = first?.type === "paragraph";
  const box = typeof checked === "boolean" ? [tickBox("Done", checked), ...wordsOf(" ")] : [];
  const runs = isText ? [...box, ...runsOf(first.children, at.definitions)] : [];
  return [paragraph({ ...style, numbering, children: runs }), ...blocksOf(isText ? others : children, at)];
}
