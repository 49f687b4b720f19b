import { sentencesOf } from "../advice/sentences.ts";
import { fold, foldedWords, wordPattern } from "./fold.ts";

/** The longest passage that is shown, in code points. */
const longest = 220;
/** How much of a long sentence stands before its first word that was looked for. */
const leadIn = 60;

/**
 * The sentence of a text that best shows why it was found: the one with the most different words that were looked for, and
 * the first of those. A long one is cut around the words.
 *
 * @param text in paragraphs, one a line
 * @param forms every way of writing a word that was looked for, folded
 * @returns null where the text has none of the words
 */
export function passageOf(text: string, forms: ReadonlySet<string>): string | null {
  let best = { sentence: "", held: 0 };
  for (const paragraph of text.split("\n")) {
    // Finding sentences is what takes long, and few paragraphs have anything to offer.
    if (countHeld(paragraph, forms) <= best.held) continue;
    for (const sentence of sentencesOf(paragraph)) {
      const held = countHeld(sentence, forms);
      if (held > best.held) best = { sentence, held };
    }
  }
  return best.held ? cutAround(best.sentence, forms) : null;
}

/** How many different words that were looked for a text has. */
const countHeld = (text: string, forms: ReadonlySet<string>): number =>
  new Set(foldedWords(text).filter((word) => forms.has(word))).size;

function cutAround(sentence: string, forms: ReadonlySet<string>): string {
  const characters = [...sentence];
  if (characters.length <= longest) return sentence;
  const first = [...sentence.matchAll(wordPattern)].find(([word]) => forms.has(fold(word)));
  const at = [...sentence.slice(0, first?.index ?? 0)].length;
  const from = Math.max(0, Math.min(at - leadIn, characters.length - longest));
  const cut = characters.slice(from, from + longest).join("");
  // A word cut in two goes, unless it is the one that was looked for.
  const half = /^\S*\s+/u.exec(cut)?.[0] ?? "";
  const begun = from > 0 ? `… ${from + [...half].length <= at ? cut.slice(half.length) : cut}` : cut;
  return from + longest < characters.length ? `${begun.replace(/\s+\S*$/u, "")} …` : begun;
}
