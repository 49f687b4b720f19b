import { posix } from "node:path";
import type { Parts } from "../package/open-package.ts";
import { decode, each, elementsIn, parseXml, textIn, type Element } from "../package/xml.ts";
import type { ListPlace } from "./blocks.ts";
import { isAddress } from "./field-codes.ts";
import { readNumbering } from "./numbering.ts";
import { readStyles, type Style } from "./styles.ts";

/** What the words of a document refer to in its other parts. */
export interface Context {
  styleOf: (id: string | null) => Style;
  listOf: (id: string, level: number) => ListPlace | null;
  /** Where a link leads. Null for one that leads nowhere others could follow. */
  linkOf: (relationship: string) => string | null;
  /** The part that holds a picture. */
  partOf: (relationship: string) => string | null;
  /** What a note at the foot of a page says. */
  noteOf: (reference: string, id: string) => string;
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
    linkOf: (id: string) => {
      const link = related.get(id);
      return link?.type === "hyperlink" && isAddress(link.target) ? link.target : null;
    },
    partOf: (id: string) => {
      const target = related.get(id)?.target ?? "";
      return parts.has(target) ? target : null;
    },
    noteOf: readNotes(rootOf(parts, other("footnotes")), rootOf(parts, other("endnotes"))),
  };
  return { body, context };
}

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

function readNotes(foot: Element | null, end: Element | null): Context["noteOf"] {
  const read = (root: Element | null, name: string) =>
    new Map(
      elementsIn(root, name).map((note) => [
        note.attribs["w:id"] ?? "",
        [...each(note, "w:p")].map(wordsOf).filter(Boolean).join(" "),
      ]),
    );
  const notes = { "w:footnoteReference": read(foot, "w:footnote"), "w:endnoteReference": read(end, "w:endnote") };
  return (reference, id) => notes[reference as keyof typeof notes]?.get(id) ?? "";
}

/** The words of a paragraph of a note. */
const wordsOf = (paragraph: Element): string =>
  [...each(paragraph, "w:r")]
    .flatMap((run) => elementsIn(run))
    .map((piece) => (piece.name === "w:t" ? textIn(piece) : /^w:(?:tab|br|cr)$/.test(piece.name) ? " " : ""))
    .join("")
    .trim();
