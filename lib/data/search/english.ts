import { readFileSync } from "node:fs";
import { join } from "node:path";

interface Lexicon {
  /** Every word between line breaks. */
  text: Buffer;
  /** Where the words with the same first two letters begin and end. */
  places: Map<string, { from: number; to: number }>;
}
let read: Lexicon | null = null;

/** Whether a word, in small letters, is one of English: then it is no slip, even where no case study has it. */
export function isEnglish(word: string): boolean {
  const { text, places } = (read ??= readLexicon());
  const place = places.get(word.slice(0, 2));
  return place !== undefined && text.subarray(place.from, place.to).includes(`\n${word}\n`);
}

function readLexicon(): Lexicon {
  const words = readFileSync(join(process.cwd(), "node_modules/word-list/words.txt"), "latin1");
  const places: Lexicon["places"] = new Map();
  let at = 0;
  for (const word of words.trim().split("\n")) {
    const [start, to] = [word.slice(0, 2), at + word.length + 2];
    const place = places.get(start);
    if (place) place.to = to;
    else places.set(start, { from: at, to });
    at += word.length + 1;
  }
  return { text: Buffer.from(`\n${words.trim()}\n`, "latin1"), places };
}
