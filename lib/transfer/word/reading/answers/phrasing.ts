import type { PhrasingContent } from "mdast";
import type { Inline, Mark } from "../../document/blocks.ts";

type Words = Extract<Inline, { kind: "text" }>;
type Piece = Words | { kind: "break" };

/** Words with their marks and links, as Markdown has them inside one another. Pictures are kept elsewhere. */
export function phrasingOf(inlines: readonly Inline[], without: readonly Mark[] = []): PhrasingContent[] {
  const pieces = inlines.flatMap((inline): Piece[] => {
    if (inline.kind === "picture") return [];
    if (inline.kind === "break") return [inline];
    return apart({
      ...inline,
      text: inline.text.replace(/[\t\u00a0\n]/g, " "),
      marks: inline.marks.filter((mark) => !without.includes(mark)),
    });
  });
  return nested(merged(trimmed(pieces)));
}

/** Space at either end of marked words belongs outside: marks hold only to words. */
function apart(words: Words): Words[] {
  if (!words.marks.length && !words.href) return [words];
  const [, before = "", middle = "", after = ""] = /^(\s*)(.*?)(\s*)$/s.exec(words.text) ?? [];
  const bare = (text: string): Words => ({ kind: "text", text, marks: [], href: null });
  return [bare(before), { ...words, text: middle }, bare(after)].filter(({ text }) => text !== "");
}

function trimmed(pieces: Piece[]): Piece[] {
  const first = pieces.findIndex((piece) => piece.kind === "text" && piece.text.trim());
  const last = pieces.findLastIndex((piece) => piece.kind === "text" && piece.text.trim());
  if (first < 0) return [];
  const kept = pieces.slice(first, last + 1).map((piece) => ({ ...piece }));
  const [start, end] = [kept[0]!, kept.at(-1)!];
  if (start.kind === "text") start.text = start.text.trimStart();
  if (end.kind === "text") end.text = end.text.trimEnd();
  return kept;
}

/** Word cuts a run in two wherever something was once changed. */
function merged(pieces: Piece[]): Piece[] {
  const kept: Piece[] = [];
  for (const piece of pieces) {
    const last = kept.at(-1);
    const before = kept.at(-2);
    // "**two** **words**" were one thing to whoever wrote them, as are all the words of one link.
    if (last?.kind === "text" && isGap(last) && before?.kind === "text" && piece.kind === "text") {
      const gap = between(before, last, piece);
      kept.pop();
      if (alike(before, gap)) before.text += gap.text;
      else kept.push(gap);
    }
    const end = kept.at(-1);
    if (end?.kind === "text" && piece.kind === "text" && alike(end, piece)) end.text += piece.text;
    else kept.push({ ...piece });
  }
  return kept;
}

/** A gap with what holds to the words on both sides of it, as far as these lie in the same wrappers. */
function between(one: Words, gap: Words, other: Words): Words {
  if (one.href !== other.href) return gap;
  const apart = wrappers.findIndex(
    (mark) => mark !== "link" && one.marks.includes(mark) !== other.marks.includes(mark),
  );
  const shared = wrappers.slice(0, apart < 0 ? wrappers.length : apart);
  return { ...gap, href: one.href, marks: one.marks.filter((mark) => shared.some((wrapper) => wrapper === mark)) };
}

const isGap = ({ text, marks, href }: Words) => text.trim() === "" && !marks.length && !href;
const alike = (one: Words, other: Words) =>
  one.href === other.href && String([...one.marks].sort()) === String([...other.marks].sort());

const wrappers = ["link", "strong", "emphasis", "delete"] as const;

function nested(pieces: readonly Piece[], depth = 0): PhrasingContent[] {
  const wrapper = wrappers[depth];
  if (!wrapper) return pieces.map(leaf);
  const keyOf = (piece: Piece) => {
    if (piece.kind === "break") return "";
    return wrapper === "link" ? (piece.href ?? "") : piece.marks.includes(wrapper) ? wrapper : "";
  };
  const groups: { key: string; pieces: Piece[] }[] = [];
  for (const piece of pieces) {
    const key = keyOf(piece);
    const last = groups.at(-1);
    if (last?.key === key) last.pieces.push(piece);
    else groups.push({ key, pieces: [piece] });
  }
  return groups.flatMap(({ key, pieces: inside }): PhrasingContent[] => {
    const children = nested(inside, depth + 1);
    if (!key) return children;
    if (wrapper === "link") return [{ type: "link", url: key, children: children as never }];
    return [{ type: wrapper, children: children }];
  });
}

function leaf(piece: Piece): PhrasingContent {
  if (piece.kind === "break") return { type: "break" };
  return { type: piece.marks.includes("code") ? "inlineCode" : "text", value: piece.text };
}
