import type { Element, Root as Page, RootContent } from "hast";
import type { Processor } from "unified";
import { visit } from "unist-util-visit";
import { destinationOf } from "#lib/domain/addresses/destination.ts";

/** Reads `[^1]` and `[x]` as the words they are: a note's link and a task's box have nowhere to go on a page of several texts. */
export function withoutNotes(this: Processor) {
  const off = ["gfmFootnoteDefinition", "gfmFootnoteCall", "gfmPotentialFootnoteCall", "tasklistCheck"];
  (this.data().micromarkExtensions ??= []).push({ disable: { null: off } });
}

/** Gives every link the address it leads to in full, and leaves of one that leads nowhere its words. */
export function linksThatLead() {
  return (page: Page) => {
    visit(page, "element", (node, index, parent) => {
      if (node.tagName !== "a" || !parent || index === undefined) return;
      const destination = destinationOf(addressOf(node));
      if (destination !== null) node.properties["href"] = destination;
      else {
        parent.children.splice(index, 1, ...(node.children as RootContent[]));
        return index;
      }
    });
  };
}

/** The address of a link as it was written: a bare "www." comes with a protocol nobody wrote. */
function addressOf({ properties, children: [words], position }: Element): string {
  const href = String(properties["href"] ?? "");
  const isBare = words?.type === "text" && words.position?.start.offset === position?.start.offset;
  return isBare && href === `http://${words.value}` ? words.value : href;
}

/** Puts headings below the section's own, which is an h2, without leaving a level out, and drops those without words. */
export function headingsInOrder() {
  return (page: Page) => {
    let above = 2;
    page.children = inOrder(page.children, (level) => (above = Math.min(level > 3 ? 4 : 3, above + 1)));
  };
}

function inOrder<Node extends RootContent>(nodes: Node[], place: (level: number) => number): Node[] {
  return nodes.filter((node) => {
    if (node.type !== "element") return true;
    const level = /^h([1-6])$/.exec(node.tagName)?.[1];
    if (!level) node.children = inOrder(node.children, place);
    else if (!hasWords(node)) return false;
    else node.tagName = `h${place(Number(level))}`;
    return true;
  });
}

const hasWords = (node: RootContent): boolean =>
  node.type === "text" ? node.value.trim() !== "" : node.type === "element" && node.children.some(hasWords);

/** Makes header cells without words plain cells: those of a merged cell head nothing. */
export function headersWithWords() {
  return (page: Page) => {
    visit(page, "element", (node) => {
      if (node.tagName === "th" && !hasWords(node)) node.tagName = "td";
    });
  };
}

/** Numbers the tables of a text under a name, so that a page with several of them names each differently. */
export function namedTables(name: string) {
  return (page: Page) => {
    let tables = 0;
    visit(page, "element", (node) => {
      if (node.tagName === "table") node.properties["ariaLabel"] = `${name}, table ${(tables += 1)}`;
    });
  };
}
