import { choiceNamed, type Lists } from "#lib/domain/imports/cells/choices.ts";
import { listColumns } from "#lib/domain/imports/columns.ts";
import { said, type Finding } from "#lib/domain/imports/findings.ts";
import type { Cell, RawRow } from "#lib/domain/imports/read-row.ts";
import { councilNamed } from "#lib/domain/imports/saved-listing/council-named.ts";
import { itemsIn, type Item } from "#lib/domain/imports/saved-listing/items.ts";
import { tidySummary } from "#lib/domain/imports/saved-listing/summary.ts";
import type { Rows } from "../reading/table.ts";
import { Unreadable } from "../reading/unreadable.ts";
import { blocksOfHtml, blocksOfText } from "./blocks.ts";
import { isHtml, resultLine } from "./looks-like-listing.ts";

interface Asked {
  lists: Lists;
  /** The address that the page had, where the page itself does not say. */
  base: string;
}

const longestPage = 5_000_000;

/**
 * Reads a saved list of case studies as signposts: what is sure is tidied, what is not is said of each.
 *
 * @throws Unreadable for a page that is no list of results
 */
export async function readSavedListing(text: AsyncIterable<string>, { lists, base }: Asked): Promise<Rows> {
  const page = await wholeOf(text);
  const html = isHtml(page) ? blocksOfHtml(page) : null;
  const blocks = html?.blocks ?? blocksOfText(page);
  const first = blocks.findIndex((block) => resultLine.test(block.text));
  if (first < 0)
    throw new Unreadable("This page is no list of results: it has no line “Your search returned … results”.");
  const items = itemsIn(blocks.slice(first + 1), html !== null);
  if (!items.length)
    throw new Unreadable("This list of results is empty. Save a page that shows some, and import that.");
  const where = base || html?.base || "";
  const isWithoutLinks = items.every((item) => addressOf(item, where) === null);
  return { notes: isWithoutLinks ? [withoutLinks] : [], rows: rowsOf(items, lists, where) };
}

const withoutLinks =
  "A signpost can only be published with the address of the whole text, and this copy has none. Save the page as HTML from a browser and import that as well: it adds the addresses to the same drafts. Or add them by hand.";

async function wholeOf(text: AsyncIterable<string>): Promise<string> {
  let page = "";
  for await (const piece of text) {
    page += piece;
    if (page.length > longestPage)
      throw new Unreadable("This page is longer than five million characters. Save the list alone.");
  }
  return page;
}

async function* rowsOf(items: readonly Item[], lists: Lists, base: string): AsyncGenerator<RawRow> {
  for (const [index, item] of items.entries()) yield rowOf(item, index + 1, lists, base);
}

const columns = new Map(listColumns().map((column) => [column.name, column]));

function rowOf(item: Item, place: number, lists: Lists, base: string): RawRow {
  const findings: Finding[] = [];
  const { summary, repeated, headings } = tidySummary(item.paragraphs);
  for (const sentence of repeated)
    findings.push(said("note", `A sentence that stood there twice is kept once: “${shorten(sentence)}”`, "summary"));
  for (const heading of headings)
    findings.push(said("note", `Taken out, as it reads as a heading: “${shorten(heading)}”`, "summary"));
  const { council, say } = councilNamed(item.title, summary, lists.councils);
  if (say) findings.push(said(council ? "note" : "todo", say, "council"));

  const topic = item.viewAll ? choiceNamed(item.viewAll, lists.topics) : null;
  const supportType = item.viewAll && !topic ? choiceNamed(item.viewAll, lists.supportTypes) : null;
  if (item.viewAll && !topic && !supportType)
    findings.push(
      said(
        "todo",
        `“View all ${shorten(item.viewAll)} articles” names no topic and no support type in the lists. Choose one`,
        "lead",
      ),
    );
  const address = addressOf(item, base);
  const values: Record<string, unknown> = {
    ...{ kind: "signpost", reference: item.title, title: item.title, summary },
    ...(council && { council: council.id }),
    ...(address && { source: [{ title: item.title, url: address }] }),
    ...(topic && { topics: [topic.id] }),
    ...(supportType && { supportTypes: [supportType.id] }),
    ...((topic ?? supportType) && { lead: (topic ?? supportType)?.id }),
  };
  return { place, findings, cells: Object.entries(values).flatMap(([name, value]) => cellOf(name, value)) };
}

function cellOf(name: string, value: unknown): Cell[] {
  const column = columns.get(name);
  return column ? [{ column, heading: name, value }] : [];
}

/** Where an item leads, in full. Null where that cannot be known. */
function addressOf({ href }: Item, base: string): string | null {
  if (!href || !URL.canParse(href, base || undefined)) return null;
  const url = new URL(href, base || undefined);
  return /^https?:$/.test(url.protocol) ? url.href : null;
}

const shorten = (text: string) => (text.length > 120 ? `${text.slice(0, 119)}…` : text);
