import { merged, type Segment } from "./segments.ts";

/** One paragraph, line or row of what is compared. */
export interface Passage {
  /** "same", "removed" or "added" when all of it is. */
  kind: Segment["kind"] | "changed";
  /** The same words went from one place and came in another. */
  moved: boolean;
  segments: Segment[];
}

/** Cuts segments where a paragraph ends in the text as it reads now, or where one ended that went as a whole. */
export function passagesOf(segments: readonly Segment[]): Passage[] {
  const pieces = segments.flatMap(({ kind, text }) =>
    text.split(/(?<=\n)(?=[^\n])/).map((piece) => ({ kind, text: piece })),
  );
  const passages: Segment[][] = [];
  let open: Segment[] = [];
  const close = () => {
    if (open.length) passages.push(open);
    open = [];
  };
  pieces.forEach((piece, index) => {
    const whole = open.every(({ kind }) => kind === piece.kind);
    if (!whole && opensParagraph(piece, pieces[index + 1])) close();
    const leads = !open.length && isBreak(piece);
    open.push(piece);
    if (!leads && piece.text.endsWith("\n") && (whole || piece.kind !== "removed")) close();
  });
  close();
  return withMoves(passages.map((own) => ({ kind: kindOf(own), moved: false, segments: merged(own) })));
}

const isBreak = ({ text }: Segment) => /^\n+$/.test(text);

/** A paragraph put at the end brings the line ends before it along. */
const opensParagraph = (piece: Segment, next: Segment | undefined) =>
  piece.kind !== "same" && isBreak(piece) && next?.kind === piece.kind;

function kindOf(segments: readonly Segment[]): Passage["kind"] {
  const [first] = segments;
  return first && segments.every(({ kind }) => kind === first.kind) ? first.kind : "changed";
}

/** Marks what went from one place and came in another as it was. */
function withMoves(passages: Passage[]): Passage[] {
  const words = (passage: Passage) =>
    passage.segments
      .map(({ text }) => text)
      .join("")
      .trim();
  const wordsOfAll = (kind: Passage["kind"]) => new Set(passages.filter((one) => one.kind === kind).map(words));
  const [went, came] = [wordsOfAll("removed"), wordsOfAll("added")];
  return passages.map((passage) => ({
    ...passage,
    moved: passage.kind === "removed" ? came.has(words(passage)) : passage.kind === "added" && went.has(words(passage)),
  }));
}
