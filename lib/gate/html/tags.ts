import { Parser } from "htmlparser2";

/** One piece of markup in a page: `start` and `end` are offsets into the text, `end` just past the last character. */
export type Tag = {
  kind: "open" | "close" | "comment";
  name: string;
  attributes: Readonly<Record<string, string>>;
  start: number;
  end: number;
};

/**
 * The tags and comments of a page in order; what a script, style or title holds is text.
 * In: any text, and after which tag nothing more is wanted. Out: tags with lower-case names, attributes with their entities
 * decoded. Never throws; linear in the length.
 */
export function tagsOf(html: string, isLast: (tag: Tag) => boolean = () => false): Tag[] {
  const tags: Tag[] = [];
  let ended = false;
  const parser: Parser = new Parser({
    onopentag: (name, attributes) => add("open", name, attributes, parser.endIndex + 1),
    // The parser reports a closing tag before it has read the space that may follow the name.
    onclosetag: (name, implied) => implied || add("close", name, {}, html.indexOf(">", parser.endIndex) + 1),
    oncomment: () => add("comment", "", {}, parser.endIndex + 1),
  });
  // It also begins the next tag there, so the true beginning is looked for.
  function add(kind: Tag["kind"], name: string, attributes: Tag["attributes"], end: number): void {
    const start = html.indexOf("<", parser.startIndex);
    if (ended) return;
    const tag = { kind, name, attributes, start, end: end > 0 ? Math.min(end, html.length) : html.length };
    tags.push(tag);
    ended = isLast(tag);
    if (ended) parser.pause();
  }
  parser.end(html);
  return tags;
}
