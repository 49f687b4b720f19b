/** How a run of words stands out. */
export type Mark = "strong" | "emphasis" | "delete" | "code";

/** A picture that lies in the document. */
export interface Picture {
  /** The name of the part that holds it. */
  part: string;
  alt: string;
  /** Names of the bookmarks it lies in. */
  anchors: readonly string[];
}

export type Inline =
  | { kind: "text"; text: string; marks: readonly Mark[]; href: string | null }
  | { kind: "break" }
  | { kind: "picture"; picture: Picture };

/** Where a paragraph stands in a list. */
export interface ListPlace {
  /** Which list, as far as its look goes: two lists may share it. */
  id: string;
  level: number;
  ordered: boolean;
  /** The number that stands before it. */
  number: number;
}

/** What a paragraph is by its style. */
export type Manner = "text" | "title" | "guidance" | "quote" | "code" | "contents" | "front" | "unread";

export type Align = "right" | "center";

export interface Paragraph {
  kind: "paragraph";
  manner: Manner;
  /** 1 for the highest. Null for a paragraph that is no heading. */
  heading: number | null;
  list: ListPlace | null;
  /** How deep in lists the item lies whose words it goes on with. Null where it goes on with none. */
  inItem: number | null;
  /** Where its words stand, if not at the left. */
  align: Align | null;
  inlines: Inline[];
  /** Names of the bookmarks that begin in it. */
  anchors: string[];
  /** Whether nothing but a line across the page is in it. */
  rule: boolean;
}

export interface Table {
  kind: "table";
  /** Whether its first row stands above the others on every page. */
  head: boolean;
  rows: Cell[][];
}
export interface Cell {
  blocks: Block[];
}

/** A piece of a document in the order of its text, as somebody reads it: changes made, comments and hidden words left out. */
export type Block = Paragraph | Table;

/** The words of inlines, a line for each. */
export const textOf = (inlines: readonly Inline[]): string =>
  inlines.map((inline) => (inline.kind === "text" ? inline.text : inline.kind === "break" ? "\n" : "")).join("");

/** Every paragraph of blocks, those in tables too. */
export function paragraphsIn(blocks: readonly Block[]): Paragraph[] {
  return blocks.flatMap((block) =>
    block.kind === "paragraph" ? [block] : block.rows.flat().flatMap(({ blocks: inside }) => paragraphsIn(inside)),
  );
}

/** The words of blocks, a line for each paragraph. */
export const linesOf = (blocks: readonly Block[]): string[] =>
  paragraphsIn(blocks).flatMap(({ inlines }) => textOf(inlines).split("\n"));
