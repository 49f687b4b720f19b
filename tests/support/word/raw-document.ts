import { strToU8, zipSync } from "fflate";
import { aPng } from "./png.ts";

const declaration = '<?xml version="1.0" encoding="UTF-8"?>';
const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const relations = "http://schemas.openxmlformats.org/package/2006/relationships";

/** A Word file with these elements as its words, which may show the pictures "rIdA" and "rIdB". @param more parts by name */
export function rawDocument(body: string, more: Record<string, string> = {}): Uint8Array {
  const related = [
    ["rIdA", "image", "media/a.png"],
    ["rIdB", "image", "media/b.png"],
    ["rIdF", "footnotes", "footnotes.xml"],
    ["rIdN", "numbering", "numbering.xml"],
    ["rIdC", "aFChunk", "chunk.html"],
    ["rIdL", "hyperlink", 'https://example.org/report" TargetMode="External'],
    ["rIdT", "hyperlink", 'tel:01843577000" TargetMode="External'],
  ] as const;
  const parts: Record<string, string> = {
    "[Content_Types].xml": `${declaration}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
    "_rels/.rels": `${declaration}<Relationships xmlns="${relations}"><Relationship Id="rId1" Type="${office}/officeDocument" Target="word/document.xml"/></Relationships>`,
    "word/_rels/document.xml.rels": rels(related),
    "word/document.xml": `${declaration}<w:document xmlns:w="${word}"><w:body>${body}</w:body></w:document>`,
    ...more,
  };
  const texts = Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)]));
  return zipSync({ ...texts, "word/media/a.png": aPng, "word/media/b.png": aPng });
}

/** What a part refers to, each by its number, of which sort, and where. */
export const rels = (related: readonly (readonly [id: string, type: string, target: string])[]) =>
  `${declaration}<Relationships xmlns="${relations}">${related
    .map(([id, type, target]) => `<Relationship Id="${id}" Type="${office}/${type}" Target="${target}"/>`)
    .join("")}</Relationships>`;

/** A run of words. */
export const r = (text: string) => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;

/** A paragraph. @param properties what is said of it before its words */
export const p = (words: string, properties = "") =>
  `<w:p>${properties && `<w:pPr>${properties}</w:pPr>`}${words.startsWith("<") ? words : r(words)}</w:p>`;

/** A heading of the first level. */
export const h = (text: string) => p(text, '<w:outlineLvl w:val="0"/>');
