import { textOf, type Inline } from "../../document/blocks.ts";

/** Words of a line that lead to one address, or to none. */
interface Piece {
  words: string;
  url: string | null;
  /** Whether the address stands there by itself, so that words beside it say what it is. */
  bare: boolean;
}

interface Named {
  title: string;
  url: string;
}

/**
 * Reads links from the lines of a paragraph: an address with words beside it, or words that lead to one. A line above an
 * address that stands alone is its name.
 *
 * @returns the links, and the lines that say more than these
 */
export function linksIn(lines: readonly Inline[][]): { rows: Record<string, string>[]; rest: Inline[][] } {
  const rows: Record<string, string>[] = [];
  const rest: Inline[][] = [];
  let above: Inline[] | null = null;
  for (const line of lines) {
    const { links, saysMore } = readLine(piecesOf(line));
    const [first] = links;
    if (first && !first.title && links.length === 1 && above) {
      first.title = trimmed(textOf(above));
      above = null;
    }
    if (above) rest.push(above);
    above = first ? null : line;
    rows.push(...links.map((link) => ({ ...link })));
    if (first && saysMore) rest.push(line);
  }
  return { rows, rest: above ? [...rest, above] : rest };
}

function readLine(pieces: readonly Piece[]): { links: Named[]; saysMore: boolean } {
  const addresses = new Set(pieces.flatMap(({ url }) => (url ? [sameAs(url)] : [])));
  if (addresses.size !== 1) return readSeveral(pieces);
  const url = pieces.find((piece) => piece.url)?.url ?? "";
  return { links: [{ title: trimmed(pieces.map(({ words }) => words).join("")), url }], saysMore: false };
}

/** Of several addresses in one line, each has the words that lead to it, or those beside it. */
function readSeveral(pieces: readonly Piece[]): { links: Named[]; saysMore: boolean } {
  const links = new Map<string, Named>();
  const used = new Set<Piece>();
  const leading = pieces.find(({ url, words }) => url || trimmed(words));
  const step = leading?.bare ? 1 : -1;
  for (const [index, piece] of pieces.entries()) {
    const { url } = piece;
    if (!url) continue;
    const beside = pieces[index + step];
    const named = piece.bare && beside && !beside.url ? beside : piece;
    const link = links.get(sameAs(url)) ?? { title: "", url };
    links.set(sameAs(url), link);
    if (link.title) continue;
    link.title = trimmed(named.words).replace(/^(?:and|or)(?:\s+|$)|\s+(?:and|or)$/gi, "");
    used.add(named);
  }
  const saysMore = pieces.some((piece) => !used.has(piece) && !joining.test(piece.words));
  return { links: [...links.values()], saysMore };
}

/** What stands between links and says nothing that would be missed. */
const joining = /^[\s\p{P}]*(?:and|or|see|also)?[\s\p{P}]*$/iu;

const sameAs = (url: string) => url.replace(/\/$/, "");

const trimmed = (words: string) => words.replace(/[\s:;–—(),-]+$/u, "").replace(/^[\s:;–—(),-]+/u, "");

const addresses = /(https?:\/\/[^\s<>"]+[^\s<>".,;:)])/i;

/** A line in pieces. Word keeps one link in several where something was once changed. */
function piecesOf(line: readonly Inline[]): Piece[] {
  const words: { text: string; href: string | null }[] = [];
  for (const inline of line) {
    if (inline.kind !== "text") continue;
    const href = inline.text.trim() && /^http/i.test(inline.href ?? "") ? inline.href : null;
    const last = words.at(-1);
    if (last?.href === href) last.text += inline.text;
    else words.push({ text: inline.text, href });
  }
  return words.flatMap(({ text, href }): Piece[] => {
    const parts = text.split(addresses);
    const own = parts.filter(isWords).join("");
    if (href) return [{ words: own, url: parts[1] ?? href, bare: !trimmed(own) }];
    return parts.map((part, index) =>
      isWords(part, index) ? { words: part, url: null, bare: false } : { words: "", url: part, bare: true },
    );
  });
}

/** Of a text that is split at addresses, every other part is one. */
const isWords = (_part: string, index: number) => index % 2 === 0;
