import { posix } from "node:path";
import type { Parts } from "../package/open-package.ts";
import { decode, each, elementsIn, parseXml, type Element } from "../package/xml.ts";
import { textOf, type Inline, type ListPlace } from "./blocks.ts";
import { isAddress } from "./field-codes.ts";
import { readInlines } from "./inlines.ts";
import { readNumbering } from "./numbering.ts";
import { readStyles, type Style } from "./styles.ts";

type Words = Extract<Inline, { kind: "text" }>;

/** What the words of a document refer to in its other parts. */
export interface Context {
  styleOf: (id: string | null) => Style;
  listOf: (id: string, level: number) => ListPlace | null;
  /** Where a link leads. Null for one that leads nowhere others could follow. */
  linkOf: (relationship: string) => string | null;
  /** The part that holds a picture. */
  partOf: (relationship: string) => string | null;
  /** What a note at the foot of a page says. */
  noteOf: (reference: string, id: string) => readonly Words[];
}

/** Finds the words of a document and what they refer to. Null where a package has no words. */
export function findDocument(parts: Parts): { body: Element; context: Context } | null {
  const name = mainPart(parts);
  const root = name && rootOf(parts, name);
  const body = root && elementsIn(root, "w:body")[0];
  if (!name || !body) return null;
  const related = readRelationships(parts, name);
  const other = (type: string) => [...related.values()].find((one) => one.type === type)?.target ?? "";
  const context = {
    styleOf: readStyles(rootOf(parts, other("styles"))),
    listOf: readNumbering(rootOf(parts, other("numbering"))),
    linkOf: linksOf(related),
    partOf: (id: string) => {
      const target = related.get(id)?.target ?? "";
      return parts.has(target) ? target : null;
    },
    noteOf: () => [],
  };
  const notes = (type: string) => readNotes(parts, other(type), context);
  return { body, context: { ...context, noteOf: eitherOf(notes("footnotes"), notes("endnotes")) } };
}

const linksOf =
  (related: ReadonlyMap<string, { type: string; target: string }>): Context["linkOf"] =>
  (id) => {
    const link = related.get(id);
    return link?.type === "hyperlink" && isAddress(link.target) ? link.target : null;
  };

/** The part of the words: "word/document.xml" nearly always. */
export function mainPart(parts: Parts): string | null {
  const related = readRelationships(parts, "");
  return [...related.values()].find(({ type }) => type === "officeDocument")?.target ?? null;
}

/** What a part refers to: by its number, of which sort, and where. */
export function readRelationships(parts: Parts, part: string): Map<string, { type: string; target: string }> {
  const folder = posix.dirname(part);
  const root = rootOf(parts, posix.join(folder, "_rels", `${posix.basename(part)}.rels`));
  return new Map(
    elementsIn(root, "Relationship").map(({ attribs }) => {
      const { Id = "", Type = "", Target = "", TargetMode } = attribs;
      const inside = Target.startsWith("/") ? Target.slice(1) : posix.join(folder, Target);
      return [Id, { type: Type.split("/").at(-1) ?? "", target: TargetMode === "External" ? Target : inside }];
    }),
  );
}

export const rootOf = (parts: Parts, name: string): Element | null => {
  const bytes = parts.get(name);
  return bytes ? (elementsIn(parseXml(decode(bytes)))[0] ?? null) : null;
};

type Notes = ReadonlyMap<string, readonly Words[]>;

/** Notes by their number. Where their links lead stands with their own part, not with that of the words above. */
function readNotes(parts: Parts, name: string, main: Context): Notes {
  const context = { ...main, linkOf: linksOf(readRelationships(parts, name)) };
  const notes = elementsIn(rootOf(parts, name)).filter((one) => /^w:(?:foot|end)note$/.test(one.name));
  return new Map(notes.map((note) => [note.attribs["w:id"] ?? "", wordsOf(note, context)]));
}

const eitherOf =
  (foot: Notes, end: Notes): Context["noteOf"] =>
  (reference, id) =>
    (reference === "w:footnoteReference" ? foot : end).get(id) ?? [];

/** The words of a note, in one line. */
function wordsOf(note: Element, context: Context): Words[] {
  const paragraphs = [...each(note, "w:p")]
    .map((paragraph) => trimmed(readInlines(paragraph, context).inlines))
    .filter((words) => textOf(words));
  return paragraphs.flatMap((words, index) => (index ? [space, ...words] : words));
}

const space: Words = { kind: "text", text: " ", marks: [], href: null };

function trimmed(inlines: readonly Inline[]): Words[] {
  const words = inlines.flatMap((one) =>
    one.kind === "text" ? { ...one, marks: [] } : one.kind === "break" ? space : [],
  );
  const first = words.findIndex(({ text }) => text.trim());
  const last = words.findLastIndex(({ text }) => text.trim());
  return words.slice(first, last + 1).map((one, index, { length }) => {
    const text = index ? one.text : one.text.trimStart();
    return { ...one, text: (index < length - 1 ? text : text.trimEnd()).replaceAll("\t", " ") };
  });
}
