import { hunksOf, replaced, withoutScraps, type Compare } from "./hunks.ts";
import { passagesOf, type Passage } from "./passages.ts";
import { segmentsOf } from "./segments.ts";
import { paragraphsOf, wordsOf } from "./units.ts";

/** What changed between two texts, paragraph by paragraph and word by word. */
export const compareTexts = (old: string, fresh: string): Passage[] => compareLines(old, fresh, wordByWord);

/** What changed between two lists of rows. A row is there or is not: its words are not compared. */
export const compareRows = (old: string, fresh: string): Passage[] => compareLines(old, fresh, replaced);

function compareLines(old: string, fresh: string, within: Compare): Passage[] {
  return passagesOf(segmentsOf(hunksOf(paragraphsOf(old), paragraphsOf(fresh), within)));
}

const wordByWord: Compare = (removed, added) => withoutScraps(hunksOf(wordsOf(removed), wordsOf(added), replaced));
