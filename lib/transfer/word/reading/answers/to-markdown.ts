import type { BlockContent, DefinitionContent, List, ListItem, Root, RootContent } from "mdast";
import remarkGfm from "remark-gfm";
import remarkStringify from "remark-stringify";
import { unified } from "unified";
import {
  paragraphsIn,
  textOf,
  type Align,
  type Block,
  type Cell,
  type Inline,
  type ListPlace,
  type Paragraph,
  type Table,
} from "../../document/blocks.ts";
import { freeFromEscapes, writeText } from "./escapes.ts";
import { phrasingOf } from "./phrasing.ts";
import { plain } from "./plain.ts";
import { asTyped } from "./typed-lists.ts";

const style = { bullet: "-", emphasis: "_", rule: "-", listItemIndent: "one", incrementListMarker: true } as const;
const writer = unified()
  .use(remarkGfm, { tablePipeAlign: false })
  .use(remarkStringify, { ...style, handlers: { text: writeText } });
const plainWriter = unified()
  .use(remarkGfm, { tablePipeAlign: false })
  .use(remarkStringify, { ...style, handlers: plain });

/**
 * Blocks as the form keeps long answers.
 *
 * @param base the level of a heading that would be the answer's own first
 */
export function markdownOf(blocks: readonly Block[], base: number): string {
  const root: Root = { type: "root", children: contentOf(blocks, base) };
  freeFromEscapes(root, written);
  return written(root);
}

function written(root: Root): string {
  const text = writer.stringify(root).trim();
  // The library guards every "&" that a letter follows. Only before what reads as a sign is that needed.
  return text.includes("`")
    ? text
    : text.replace(/(\\\\)|\\&(?!#?\w+;)/g, (_all: string, pair?: string) => pair ?? "&");
}

/** Blocks as words to copy from, into a box of any kind: lists and tables in their shape, and no other signs of Markdown. */
export const plainOf = (blocks: readonly Block[]): string =>
  plainWriter.stringify({ type: "root", children: contentOf(blocks, 0) }).trim();

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
  if (isCode(first)) {
    const lines = run(blocks, start, (one) => isCode(one) && one.inItem === first.inItem);
    return [[{ type: "code", value: lines.map(({ inlines }) => textOf(inlines)).join("\n") }], lines.length];
  }
  if (first.manner === "quote") {
    const quoted = run(blocks, start, (one) => one.manner === "quote" && one.inItem === first.inItem);
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

const isCode = ({ manner, list, heading }: Paragraph) => manner === "code" && !list && heading === null;

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
  if (one.inItem !== null) return true;
  if (one.heading !== null || one.manner === "quote" || one.rule) return false;
  const place = asTyped(one).list;
  if (place) return true;
  // An empty line between two items is how people space a list out.
  return (
    !textOf(one.inlines).trim() && next?.kind === "paragraph" && asTyped(next).list?.id === asTyped(first).list?.id
  );
}

interface OpenList {
  place: ListPlace;
  list: List;
}

/** Lists as they lie in one another. Items of other numbers than those before are a list of their own. */
function listsOf(paragraphs: readonly Paragraph[], base: number): List[] {
  const lists: List[] = [];
  const open: OpenList[] = [];
  for (let index = 0; index < paragraphs.length; index++) {
    const paragraph = paragraphs[index]!;
    const { list: place } = paragraph;
    if (paragraph.inItem !== null) {
      const more = run(paragraphs, index, (one) => goesOnWith(one, paragraph));
      const words = contentOf(
        more.map((one) => ({ ...one, inItem: null })),
        base,
      );
      closeTo(levelOf(paragraph), open);
      open
        .at(-1)
        ?.list.children.at(-1)
        ?.children.push(...(words as BlockContent[]));
      index += more.length - 1;
    } else if (place) {
      const into = openAt(place, open, lists);
      into.list.children.push(itemOf(paragraph, base));
      into.place = place;
    }
  }
  return lists.map(spaced);
}

/** A list within what goes on is deeper than that. */
const levelOf = ({ inItem, list }: Paragraph) => (list ? list.level - 1 : (inItem ?? 0));
const goesOnWith = (one: Paragraph, first: Paragraph) =>
  one.inItem !== null && (one.list !== null || levelOf(one) === levelOf(first));

/** Ends the lists that are deeper than an item, but for the first. */
function closeTo(level: number, open: OpenList[]): void {
  while (open.length > 1 && open.at(-1)!.place.level > level) open.pop();
}

function openAt(place: ListPlace, open: OpenList[], lists: List[]): OpenList {
  while (open.length && open.at(-1)!.place.level > place.level) open.pop();
  const last = open.at(-1);
  if (last && last.place.level === place.level) {
    if (isSame(last.place, place)) return last;
    open.pop();
  }
  const start = place.ordered ? place.number : null;
  const list: List = { type: "list", ordered: place.ordered, start, spread: false, children: [] };
  const parent = open.at(-1)?.list.children.at(-1);
  if (parent) parent.children.push(list);
  else lists.push(list);
  const begun = { place, list };
  open.push(begun);
  return begun;
}

/** Numbers that go on are one list, however often Word began it anew. */
const isSame = (one: ListPlace, other: ListPlace) =>
  one.ordered === other.ordered && (!one.ordered || (one.id === other.id && other.number === one.number + 1));

function itemOf(paragraph: Paragraph, base: number): ListItem {
  const { checked, inlines } = tickOf(paragraph);
  const children = paragraphOf({ ...paragraph, inlines, list: null, manner: "text" }, base);
  return { type: "listItem", spread: false, checked, children: children as (BlockContent | DefinitionContent)[] };
}

/** Whether an item begins with a box to tick, and what stands behind it. */
function tickOf({ inlines }: Paragraph): { checked: boolean | null; inlines: Inline[] } {
  const [before, box] = /^\s*([☐☒☑])(?=\s*\S)/u.exec(textOf(inlines)) ?? [];
  const [first, ...others] = inlines;
  if (!before || first?.kind !== "text") return { checked: null, inlines };
  return { checked: box !== "☐", inlines: [{ ...first, text: first.text.slice(before.length) }, ...others] };
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

/** A table with one column is a frame around words rather than a table, unless the first of them stand above the others. */
function tableOf(table: Table, base: number): RootContent[] {
  const rows = table.rows.filter((row) => row.some(({ blocks }) => blocks.length));
  const columns = Math.max(0, ...rows.map((row) => row.length));
  if (columns < 2 && !table.head)
    return contentOf(
      rows.flat().flatMap(({ blocks }) => blocks),
      base,
    );
  const places = Array.from({ length: columns }, (_, index) => index);
  return [
    {
      type: "table",
      align: places.map((index) => alignOf(rows.map((row) => row[index]))),
      children: rows.map((row) => ({
        type: "tableRow",
        children: places.map((index) => ({
          type: "tableCell",
          children: phrasingOf(cellInlines(row[index]?.blocks ?? [])).map((child) =>
            child.type === "break" ? { type: "text", value: " " } : child,
          ) as never,
        })),
      })),
    },
  ];
}

/** Where all words of a column stand. Null where they stand at the left, or differ. */
function alignOf(column: readonly (Cell | undefined)[]): Align | null {
  const paragraphs = paragraphsIn(column.flatMap((cell) => cell?.blocks ?? []));
  const [first, ...others] = new Set(paragraphs.map(({ align }) => align));
  return others.length ? null : (first ?? null);
}

function cellInlines(blocks: readonly Block[]): Inline[] {
  const lines = blocks.flatMap((block) =>
    block.kind === "paragraph" ? [block.inlines] : block.rows.flat().map(({ blocks: inside }) => cellInlines(inside)),
  );
  return lines
    .filter((inlines) => inlines.length)
    .flatMap((inlines, index) => (index ? [{ kind: "break" } as const, ...inlines] : inlines));
}
