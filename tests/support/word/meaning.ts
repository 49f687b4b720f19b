import type { PhrasingContent, Root, RootContent, Table } from "mdast";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { unified } from "unified";
import { visit } from "unist-util-visit";
import { asTyped } from "#lib/domain/advice/markdown/as-typed.ts";

const reader = unified().use(remarkParse).use(remarkGfm).use(asTyped);

type Meaning = Record<string, unknown>;

/**
 * What a Markdown text says, however it is spelt, as far as Word can show it. The same are: marks in another order, or with
 * the space between words marked too; a line's end and a space; an item with or without space around it; lists, quotes or
 * lines of code that follow one another; a link and a reference to one;
 * a line that begins with a dot and an item. Headings begin at the
 * third level. What code is written in is not shown.
 */
export function meaningOf(text: string): Meaning[] {
  const root = reader.parse(text);
  const addresses = new Map<string, string>();
  visit(root, "definition", ({ identifier, url }) => void addresses.set(identifier, url));
  return blocksOf(root, addresses);
}

type Addresses = ReadonlyMap<string, string>;

function blocksOf({ children }: { children: readonly RootContent[] } | Root, addresses: Addresses): Meaning[] {
  const blocks = children.flatMap((node): Meaning[] => {
    switch (node.type) {
      case "paragraph":
      case "heading": {
        const line = lineOf(node.children, addresses, node.type);
        const kind = node.type === "paragraph" ? "paragraph" : `heading ${Math.max(3, node.depth)}`;
        const [, typed] = kind === "paragraph" ? (/^[•·▪●◦‣⁃] (.*)$/su.exec(line) ?? []) : [];
        if (typed) return [{ dots: [{ checked: null, item: [{ paragraph: typed }] }] }];
        return line ? [{ [kind]: line }] : [];
      }
      case "blockquote": {
        const quote = blocksOf(node, addresses);
        return quote.length ? [{ quote }] : [];
      }
      case "list": {
        const items = node.children.map((item) => ({ checked: item.checked ?? null, item: blocksOf(item, addresses) }));
        return items.length ? [node.ordered ? { numbers: items, start: node.start ?? 1 } : { dots: items }] : [];
      }
      case "code":
        return [{ code: node.value.split("\n") }];
      case "table":
        return [{ table: rowsOf(node, addresses), align: alignOf(node) }];
      case "thematicBreak":
        return [{ rule: true }];
      case "footnoteDefinition":
        return blocksOf(node, addresses);
      default:
        return [];
    }
  });
  return joined(blocks);
}

/** At the left is where words stand anyway. */
const alignOf = ({ align, children: [head] }: Table) =>
  (head?.children ?? []).map((_, index) => (align?.[index] === "left" ? null : (align?.[index] ?? null)));

const rowsOf = ({ children: [head, ...others] }: Table, addresses: Addresses) => {
  const columns = head?.children.length ?? 0;
  return [head, ...others].map((row) =>
    Array.from({ length: columns }, (_, index) => lineOf(row?.children[index]?.children ?? [], addresses, "cell")),
  );
};

/** What follows on something of its own kind goes on with it. */
function joined(blocks: readonly Meaning[]): Meaning[] {
  const kept: Meaning[] = [];
  for (const block of blocks) {
    const last = kept.at(-1);
    const kind = ["quote", "code", "dots"].find((one) => last && one in last && one in block);
    const before = last?.["numbers"] as unknown[] | undefined;
    const both = kind ? [...(last![kind] as Meaning[]), ...(block[kind] as Meaning[])] : [];
    if (kind) last![kind] = kind === "quote" ? joined(both) : both;
    else if (before && block["start"] === Number(last!["start"]) + before.length)
      last!["numbers"] = [...before, ...(block["numbers"] as unknown[])];
    else kept.push({ ...block });
  }
  return kept;
}

/** The words of a line, each with how it stands out. All of a heading is bold, and neither it nor a cell has lines. */
function lineOf(
  children: readonly PhrasingContent[],
  addresses: Addresses,
  of: "paragraph" | "heading" | "cell",
): string {
  const words: string[] = [];
  let lastLook = "";
  const say = (text: string, marks: readonly string[]) => {
    const own = marks.filter((mark) => of !== "heading" || mark !== "strong");
    const look = [...new Set(own)].toSorted().join(",");
    for (const [piece] of text.matchAll(/\s+|\S+/gu)) {
      const isSame = look === lastLook && words.at(-1) !== " ";
      words.push(!piece.trim() ? " " : isSame ? piece : `{${look}}${piece}`);
      if (piece.trim()) lastLook = look;
    }
  };
  const walk = (nodes: readonly PhrasingContent[], marks: readonly string[]): void => {
    for (const node of nodes) {
      if (node.type === "text") say(node.value, marks);
      else if (node.type === "inlineCode")
        say(
          node.value.replace(/(?<=\S)\s+(?=\S)/gu, (gap) => "␣".repeat(gap.length)),
          [...marks, "code"],
        );
      else if (node.type === "break") words.push(of === "paragraph" ? "\n" : " ");
      else if (node.type === "footnoteReference") say(`[^${node.label}]`, marks);
      else if (node.type === "link") walk(node.children, [...marks, `to:${node.url}`]);
      else if (node.type === "linkReference") walk(node.children, [...marks, `to:${addresses.get(node.identifier)}`]);
      else if ("children" in node) walk(node.children, [...marks, node.type]);
    }
  };
  walk(children, []);
  return words.join("").replaceAll("{}", "").replace(/ +/g, " ").trim();
}
