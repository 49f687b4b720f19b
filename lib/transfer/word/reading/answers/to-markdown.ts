import type { BlockContent, DefinitionContent, List, ListItem, Root, RootContent } from "mdast";
import remarkGfm from "remark-gfm";
import remarkStringify from "remark-stringify";
import { unified } from "unified";
import { textOf, type Block, type Inline, type ListPlace, type Paragraph, type Table } from "../../document/blocks.ts";
import { phrasingOf } from "./phrasing.ts";
import { asTyped } from "./typed-lists.ts";

const writer = unified()
  .use(remarkGfm, { tablePipeAlign: false })
  .use(remarkStringify, { bullet: "-", emphasis: "_", rule: "-", listItemIndent: "one", incrementListMarker: true });

/**
 * Blocks as the form keeps long answers.
 *
 * @param base the level of a heading that would be the answer's own first
 */
export function markdownOf(blocks: readonly Block[], base: number): string {
  const written = writer.stringify({ type: "root", children: contentOf(blocks, base) } satisfies Root).trim();
  // The library guards every "&" that a letter follows. Only before what reads as a sign is that needed.
  return written.includes("`") ? written : written.replace(/\\&(?!#?\w+;)/g, "&");
}

function contentOf(blocks: readonly Block[], base: number): RootContent[] {
  const content: RootContent[] = [];
  for (let index = 0; index < blocks.length;) {
    const [made, used] = nextOf(blocks, index, base);
    content.push(...made);
    index += used;
  }
  return content;
}

/** What one of some blocks makes, with those behind it that go with it, and how many these are. */
function nextOf(blocks: readonly Block[], start: number, base: number): [RootContent[], number] {
  const first = blocks[start];
  if (!first) return [[], 1];
  if (first.kind === "table") return [tableOf(first, base), 1];
  if (first.manner === "code" && !first.list && first.heading === null) {
    const lines = run(blocks, start, (one) => one.manner === "code" && !one.list && one.heading === null);
    return [[{ type: "code", value: lines.map(({ inlines }) => textOf(inlines)).join("\n") }], lines.length];
  }
  if (first.manner === "quote") {
    const quoted = run(blocks, start, (one) => one.manner === "quote");
    const inside = contentOf(
      quoted.map((one) => ({ ...one, manner: "text" })),
      base,
    );
    return [inside.length ? [{ type: "blockquote", children: inside as BlockContent[] }] : [], quoted.length];
  }
  if (first.rule) return [[{ type: "thematicBreak" }], 1];
  const list = asTyped(first).list;
  if (list && first.heading === null) {
    const items = run(blocks, start, (one, index) => index === start || belongs(one, blocks[index + 1], first)).map(
      asTyped,
    );
    return [listsOf(items, base), items.length];
  }
  return [paragraphOf(first, base), 1];
}

function run(blocks: readonly Block[], start: number, goesOn: (one: Paragraph, index: number) => boolean): Paragraph[] {
  const found: Paragraph[] = [];
  for (let index = start; index < blocks.length; index++) {
    const block = blocks[index]!;
    if (block.kind !== "paragraph" || !goesOn(block, index)) break;
    found.push(block);
  }
  return found;
}

/** Whether a paragraph is still in the list that another began: an item of it, or more words in its last item. */
function belongs(one: Paragraph, next: Block | undefined, first: Paragraph): boolean {
  if (one.heading !== null || one.manner === "quote" || one.rule) return false;
  if (one.manner === "continued") return true;
  const place = asTyped(one).list;
  if (place) return true;
  // An empty line between two items is how people space a list out.
  return (
    !textOf(one.inlines).trim() && next?.kind === "paragraph" && asTyped(next).list?.id === asTyped(first).list?.id
  );
}

/** Lists as they lie in one another. Items of other numbers than those before are a list of their own. */
function listsOf(paragraphs: readonly Paragraph[], base: number): List[] {
  const lists: List[] = [];
  const open: { place: ListPlace; list: List }[] = [];
  for (const paragraph of paragraphs) {
    const { list: place } = paragraph;
    if (!place) {
      const into = open.at(-1)?.list.children.at(-1);
      const words = paragraphOf({ ...paragraph, manner: "text" }, base) as BlockContent[];
      into?.children.push(...words);
      continue;
    }
    while (open.length && open.at(-1)!.place.level > place.level) open.pop();
    const last = open.at(-1);
    const goesOn = last && last.place.level === place.level && isSame(last.place, place);
    if (last && last.place.level === place.level && !goesOn) open.pop();
    if (!goesOn) {
      const list: List = {
        type: "list",
        ordered: place.ordered,
        start: place.ordered ? place.number : null,
        spread: false,
        children: [],
      };
      const parent = open.at(-1)?.list.children.at(-1);
      if (parent) parent.children.push(list);
      else lists.push(list);
      open.push({ place, list });
    }
    const into = open.at(-1)!;
    into.list.children.push(itemOf(paragraph, base));
    into.place = place;
  }
  return lists.map(spaced);
}

/** Numbers that go on are one list, however often Word began it anew. */
const isSame = (one: ListPlace, other: ListPlace) =>
  one.ordered === other.ordered && (!one.ordered || (one.id === other.id && other.number === one.number + 1));

function itemOf(paragraph: Paragraph, base: number): ListItem {
  const children = paragraphOf({ ...paragraph, list: null, manner: "text" }, base) as (
    BlockContent | DefinitionContent
  )[];
  return { type: "listItem", spread: false, children };
}

/** A list with an item of several paragraphs is written with space between. */
function spaced(list: List): List {
  const children = list.children.map((item) => {
    const inside = item.children.map((child) => (child.type === "list" ? spaced(child) : child));
    return { ...item, spread: inside.filter(({ type }) => type !== "list").length > 1, children: inside };
  });
  return { ...list, spread: children.some(({ spread }) => spread), children };
}

function paragraphOf(paragraph: Paragraph, base: number): RootContent[] {
  const isHeading = paragraph.heading !== null;
  const children = phrasingOf(paragraph.inlines, isHeading ? ["strong"] : []);
  if (!children.length) return [];
  if (!isHeading) return [{ type: "paragraph", children }];
  const depth = Math.min(6, Math.max(1, paragraph.heading! - base)) as 1 | 2 | 3 | 4 | 5 | 6;
  return [
    {
      type: "heading",
      depth,
      children: children.map((child) => (child.type === "break" ? { type: "text", value: " " } : child)),
    },
  ];
}

/** A table with one column, or one row, is a frame around words rather than a table. */
function tableOf(table: Table, base: number): RootContent[] {
  const rows = table.rows.filter((row) => row.some(({ blocks }) => blocks.length));
  const columns = Math.max(0, ...rows.map((row) => row.length));
  if (columns < 2)
    return contentOf(
      rows.flat().flatMap(({ blocks }) => blocks),
      base,
    );
  return [
    {
      type: "table",
      children: rows.map((row) => ({
        type: "tableRow",
        children: Array.from({ length: columns }, (_, index) => ({
          type: "tableCell",
          children: phrasingOf(cellInlines(row[index]?.blocks ?? [])).map((child) =>
            child.type === "break" ? { type: "text", value: " " } : child,
          ) as never,
        })),
      })),
    },
  ];
}

function cellInlines(blocks: readonly Block[]): Inline[] {
  const lines = blocks.flatMap((block) =>
    block.kind === "paragraph" ? [block.inlines] : block.rows.flat().map(({ blocks: inside }) => cellInlines(inside)),
  );
  return lines
    .filter((inlines) => inlines.length)
    .flatMap((inlines, index) => (index ? [{ kind: "break" } as const, ...inlines] : inlines));
}
