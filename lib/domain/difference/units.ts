/** A piece of text that is compared as one, with the space after it, which is compared apart. */
export interface Unit {
  text: string;
  tail: string;
}

/** A paragraph, a line of a list or a row, each with the line ends after it. Joined they are the text again. */
export function paragraphsOf(text: string): Unit[] {
  const pieces = text.split(/(\n+)/);
  const units = pieces.flatMap((piece, index) => (index % 2 ? [] : [{ text: piece, tail: pieces[index + 1] ?? "" }]));
  return units.filter(({ text, tail }) => text || tail);
}

const segmenter = new Intl.Segmenter("en-GB", { granularity: "word" });

/**
 * The words of a text and the marks between them, each with the space after it. What a reader takes for one word is one:
 * "£20,000", "41%", "e-mail", "don’t", an address, a Markdown mark. Joined they are the text again.
 */
export function wordsOf(text: string): Unit[] {
  const units: Unit[] = [];
  let before = "";
  for (const { segment } of segmenter.segment(text)) {
    const last = units.at(-1);
    if (!segment.trim()) {
      if (last) last.tail += segment;
      else units.push({ text: "", tail: segment });
    } else if (
      last &&
      !last.tail &&
      (isOneMark(before, segment) || joins(before, segment) || isWithin(last, segment))
    ) {
      last.text += segment;
    } else {
      units.push({ text: segment, tail: "" });
    }
    before = segment;
  }
  return units;
}

const letterOrDigit = /^[\p{L}\p{N}]/u;
const joiner = /^[-‐‑/@&_]$/;

/** Whether two neighbours are read as one word. */
function joins(before: string, after: string): boolean {
  const end = before.at(-1) ?? "";
  if (letterOrDigit.test(end)) return joiner.test(after) || (after === "%" && /\d/.test(end));
  return letterOrDigit.test(after) && (joiner.test(before) || /^\p{Sc}$/u.test(before));
}

/** Whether a mark goes on, as in "**" or "###". */
const isOneMark = (before: string, after: string) => before === after && /^[^\p{L}\p{N}]$/u.test(after);

/** Whether an address of the web goes on. Marks that close a sentence, a bracket or bold words do not belong to it. */
const isWithin = ({ text }: Unit, after: string) => /^https?($|:)/i.test(text) && /^[^\s.,;!)\]>*"”]/.test(after);
