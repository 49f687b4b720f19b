/** One piece of markup in a page: `start` and `end` are offsets into the text, `end` just past the last character. */
export type Tag = {
  kind: "open" | "close" | "comment" | "declaration";
  name: string;
  attributes: ReadonlyMap<string, string>;
  start: number;
  end: number;
};

const none: ReadonlyMap<string, string> = new Map();

/** Elements whose content is text up to their own closing tag, whatever it looks like. */
const endOfText: Record<string, RegExp> = {
  script: /<\/script(?=[\t\n\f\r />])/gi,
  style: /<\/style(?=[\t\n\f\r />])/gi,
  title: /<\/title(?=[\t\n\f\r />])/gi,
  textarea: /<\/textarea(?=[\t\n\f\r />])/gi,
};

/**
 * Walks the tags, comments and declarations of a page in order, once, in time linear in its length.
 * In: any text. Out: tags with lower-case names and attributes as written (entities not decoded). Never throws.
 */
export function* tagsOf(html: string): Generator<Tag> {
  let at = html.indexOf("<");
  while (at !== -1) {
    const tag = readTag(html, at);
    if (tag) yield tag;
    at = html.indexOf("<", tag ? resumeAfter(html, tag) : at + 1);
  }
}

function readTag(html: string, start: number): Tag | null {
  if (html.startsWith("<!--", start)) {
    // From two characters in, so that the short forms `<!-->` and `<!--->` end where a browser ends them.
    return { kind: "comment", name: "", attributes: none, start, end: endAfter(html, "-->", start + 2) };
  }
  if (html[start + 1] === "!" || html[start + 1] === "?") {
    return { kind: "declaration", name: "", attributes: none, start, end: endAfter(html, ">", start) };
  }
  const opening = stick(/<(\/?)([a-z][^\t\n\f\r />]*)/iy, html, start);
  if (!opening) return null;
  const { attributes, end } = readAttributes(html, start + opening[0].length);
  return { kind: opening[1] ? "close" : "open", name: (opening[2] ?? "").toLowerCase(), attributes, start, end };
}

function readAttributes(html: string, from: number) {
  const attributes = new Map<string, string>();
  let at = from;
  for (;;) {
    at += stick(/[\t\n\f\r /]*/y, html, at)?.[0].length ?? 0;
    if (at >= html.length) return { attributes, end: html.length };
    if (html[at] === ">") return { attributes, end: at + 1 };

    const name = stick(/=?[^\t\n\f\r />=]*/y, html, at)?.[0] ?? "";
    at += name.length;
    const equals = stick(/[\t\n\f\r ]*=[\t\n\f\r ]*/y, html, at);
    at += equals?.[0].length ?? 0;
    const { value, end } = equals ? readValue(html, at) : { value: "", end: at };
    if (!attributes.has(name.toLowerCase())) attributes.set(name.toLowerCase(), value);
    at = end;
  }
}

function readValue(html: string, from: number) {
  const quote = html[from];
  if (quote !== '"' && quote !== "'") {
    const value = stick(/[^\t\n\f\r >]*/y, html, from)?.[0] ?? "";
    return { value, end: from + value.length };
  }
  const end = endAfter(html, quote, from + 1);
  return { value: html.slice(from + 1, html[end - 1] === quote ? end - 1 : end), end };
}

function resumeAfter(html: string, tag: Tag): number {
  const closing = tag.kind === "open" ? endOfText[tag.name] : undefined;
  if (!closing) return tag.end;
  closing.lastIndex = tag.end;
  return closing.exec(html)?.index ?? html.length;
}

function endAfter(html: string, mark: string, from: number): number {
  const found = html.indexOf(mark, from);
  return found === -1 ? html.length : found + mark.length;
}

function stick(pattern: RegExp, html: string, at: number) {
  pattern.lastIndex = at;
  return pattern.exec(html);
}
