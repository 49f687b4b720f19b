import { DomHandler, isTag, isText, type ChildNode, type Document, type Element, type ParentNode } from "domhandler";
import { Parser } from "htmlparser2";
import { Refused } from "./refused.ts";

export type { Element } from "domhandler";

export { decodeXml as decode } from "#lib/data/files/checks/relations.ts";

/** The deepest that elements may lie in one another: many times deeper than tables in tables do. */
const deepest = 300;

class BoundedHandler extends DomHandler {
  override onopentag(name: string, attributes: Record<string, string>): void {
    if (this.tagStack.length > deepest) throw new Refused("damaged");
    super.onopentag(name, attributes);
  }
}

/** The tree of an XML part. @throws Refused when it is deeper than any document */
export function parseXml(xml: string): Document {
  const handler = new BoundedHandler();
  new Parser(handler, { xmlMode: true }).end(xml);
  return handler.root;
}

/** The elements right below another, of one name or of any. */
export function elementsIn(parent: ParentNode | null | undefined, name?: string): Element[] {
  return (parent?.children ?? []).filter((node): node is Element => isTag(node) && (!name || node.name === name));
}

/** The first element right below another that has a name. */
export const childOf = (parent: ParentNode | null | undefined, name: string): Element | null =>
  elementsIn(parent, name)[0] ?? null;

/** An attribute of a child, as Word writes most of what it says: `<w:pStyle w:val="…"/>`. */
export const valueOf = (parent: ParentNode | null | undefined, name: string): string | null =>
  childOf(parent, name)?.attribs["w:val"] ?? null;

/** Whether a child says yes: it is there, and does not say no. */
export const isOn = (parent: ParentNode | null | undefined, name: string): boolean => {
  const child = childOf(parent, name);
  return child !== null && !/^(0|false|off|none)$/i.test(child.attribs["w:val"] ?? "");
};

/** Every element of a name, however deep, in the order of the text. */
export function* each(node: ParentNode, name: string): Generator<Element> {
  const open: ChildNode[] = node.children.toReversed();
  for (let next = open.pop(); next; next = open.pop()) {
    if (!isTag(next)) continue;
    if (next.name === name) yield next;
    for (let index = next.children.length - 1; index >= 0; index--) open.push(next.children[index]!);
  }
}

/** The text right in an element. */
export const textIn = (element: Element): string =>
  element.children.map((node) => (isText(node) ? node.data : "")).join("");
