import { createHash } from "node:crypto";
import { z } from "zod";
import type { Raw } from "#lib/domain/word/raw-reading.ts";
import type { Parts } from "../package/open-package.ts";
import { decode, elementsIn, parseXml, textIn } from "../package/xml.ts";

/** Where our documents carry their answers. */
export const carriedNamespace = "urn:casebook:answers";

const carried = z.object({
  template: z.string(),
  answers: z.record(z.string(), z.unknown()),
  shown: z.record(z.string(), z.string()),
  /** How wide each picture is for its height, by the file's id. */
  shapes: z.record(z.string(), z.number()).optional(),
});
export type Carried = z.output<typeof carried>;

/** What is compared to know whether the words an answer was shown in are still the same. */
export const digestOf = (raw: Raw | undefined): string =>
  createHash("sha256")
    .update(JSON.stringify(raw ?? null))
    .digest("base64url")
    .slice(0, 22);

/** The answers a document was made from, with a digest of how each was shown. Null where it carries none. */
export function findCarried(parts: Parts): Carried | null {
  for (const [name, bytes] of parts) {
    if (!/^customXml\/item\d+\.xml$/i.test(name)) continue;
    const [root] = elementsIn(parseXml(decode(bytes)));
    if (!root || !Object.values(root.attribs).includes(carriedNamespace)) continue;
    const read = carried.safeParse(parsed(textIn(root)));
    if (read.success) return read.data;
  }
  return null;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(Buffer.from(text.trim(), "base64").toString("utf8"));
  } catch {
    return null;
  }
}

const declaration = '<?xml version="1.0" encoding="UTF-8"?>';
const relationships = "http://schemas.openxmlformats.org/package/2006/relationships";
const properties = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/customXmlProps";
const namespace = "http://schemas.openxmlformats.org/officeDocument/2006/customXml";

/** The parts of a document that carry answers. Programs keep data only where it has properties. */
export const carriedParts = (content: Carried): { path: string; data: string }[] => [
  {
    path: "customXml/item1.xml",
    data: `${declaration}<answers xmlns="${carriedNamespace}">${Buffer.from(JSON.stringify(content)).toString("base64")}</answers>`,
  },
  {
    path: "customXml/itemProps1.xml",
    data: `${declaration}<ds:datastoreItem ds:itemID="{8F1B2C64-53A7-4C0E-9B64-2D1E7A90C5F1}" xmlns:ds="${namespace}"><ds:schemaRefs><ds:schemaRef ds:uri="${carriedNamespace}"/></ds:schemaRefs></ds:datastoreItem>`,
  },
  {
    path: "customXml/_rels/item1.xml.rels",
    data: `${declaration}<Relationships xmlns="${relationships}"><Relationship Id="rId1" Type="${properties}" Target="itemProps1.xml"/></Relationships>`,
  },
];
