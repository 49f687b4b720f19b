import { Refused } from "./refused.ts";
import type { Parts } from "./open-package.ts";
import { isLink, relationsIn, type Relation } from "#lib/data/files/checks/relations.ts";
import { decode } from "./xml.ts";

const macroTypes = /macroEnabled|vbaProject/i;
const wordTypes = /wordprocessingml\.(document|template)\.main\+xml/;

/** Sees to it that a package is a Word document that brings everything with it and nothing that runs. @throws Refused */
export function checkParts(parts: Parts): void {
  const types = decode(parts.get("[Content_Types].xml")!);
  if (macroTypes.test(types)) throw new Refused("macros");
  if (!wordTypes.test(types)) throw new Refused("notWord");
  for (const [name, bytes] of parts) {
    if (!/\.(xml|rels)$/i.test(name)) continue;
    const text = decode(bytes);
    if (/<!DOCTYPE|<!ENTITY/i.test(text)) throw new Refused("entities");
    if (/\.rels$/i.test(name)) checkRelationships(text);
  }
}

/** A link a reader may press is fine. Whatever would be fetched to show the document is not. */
function checkRelationships(xml: string): void {
  for (const relation of relationsIn(xml)) {
    if (relation.isOutside && !isLink(relation) && !isOwnTemplate(relation)) throw new Refused("outside");
    if (/\/(vbaProject|attachedToolbars)$/i.test(relation.type)) throw new Refused("macros");
  }
}

/** Word notes where on its own computer the template was that a document was begun with. Nobody follows that here. */
const isOwnTemplate = ({ type, target }: Relation) =>
  /\/attachedTemplate$/i.test(type) && /^(file:|[a-z]:)/i.test(target);
