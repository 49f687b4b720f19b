import type { Block } from "../document/blocks.ts";

/** What stands below one heading of a document. */
export interface Part {
  /** The question it answers. Null where nobody knows. */
  key: string | null;
  heading: string;
  /** The level of its heading in the document. Null for one that only stands out. */
  level: number | null;
  /** The level of an answer's first heading, less one. */
  base: number;
  blocks: Block[];
}

/** A document taken apart. */
export interface Taken {
  parts: Part[];
  /** What the document calls itself. */
  title: string;
  /** What a person has to look at themselves, by question. */
  mixed: Record<string, string>;
}
