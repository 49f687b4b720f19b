import { oneLine } from "../../template/text.ts";
import { isHeading } from "./summary.ts";

/** A paragraph of a saved page. */
export interface Block {
  text: string;
  /** Where all of it leads, where it is a link; null where it is none, or the page does not say. */
  href: string | null;
  /** Whether all of it is a link or a heading, as titles are. */
  standsOut: boolean;
}

/** An item of a list of case studies. */
export interface Item {
  title: string;
  href: string | null;
  paragraphs: string[];
  /** The name in "View all … articles". */
  viewAll: string | null;
}

const viewAll = /^View all\s*(.+?)\s+articles?$/i;
const ended = /[.!?…]["'”’)\]]*$/u;
const longestTitle = 200;

/**
 * The items of a list: a title, a summary, and perhaps a link to more of the kind.
 *
 * @param marked whether titles stand out, as links or headings; in plain text they are known by having no full stop
 */
export function itemsIn(blocks: readonly Block[], marked: boolean): Item[] {
  const items: Item[] = [];
  blocks.forEach((block, index) => {
    const text = oneLine(block.text);
    const item = items.at(-1);
    const [, more] = viewAll.exec(text) ?? [];
    if (more) {
      if (item) item.viewAll ??= more;
    } else if (isTitle(block, blocks[index + 1], item, marked)) {
      items.push({ title: text, href: block.href, paragraphs: [], viewAll: null });
    } else if (item && !(marked && block.standsOut)) item.paragraphs.push(text);
  });
  // What stands out and has no summary is a way to somewhere else, such as the next page.
  return items.filter(({ paragraphs }) => paragraphs.length > 0 || !marked);
}

function isTitle(
  { text, standsOut }: Block,
  next: Block | undefined,
  item: Item | undefined,
  marked: boolean,
): boolean {
  if (isHeading(text) && item) return false;
  if (marked) return standsOut;
  if (!item || item.viewAll !== null) return true;
  // A title has a summary before the next one.
  if (!item.paragraphs.length || text.length > longestTitle) return false;
  if (!ended.test(text)) return true;
  return text.endsWith("?") && next !== undefined && /[.!…]["'”’)\]]*$/u.test(next.text);
}
