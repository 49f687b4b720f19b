import { wordPattern } from "./fold.ts";

export interface Correction {
  typed: string;
  meant: string;
}

/** A search as it was understood: each misspelt word replaced by the one it was taken for. */
export const asMeant = (q: string, corrections: readonly Correction[]): string =>
  eachWord(q, corrections, ({ meant }) => meant);

/** A search that is not corrected: what stands in quotes is looked for as it is. */
export const asTyped = (q: string, corrections: readonly Correction[]): string =>
  eachWord(q, corrections, ({ typed }) => `"${typed}"`);

function eachWord(q: string, corrections: readonly Correction[], write: (correction: Correction) => string): string {
  const known = new Map(corrections.map((correction) => [correction.typed, correction]));
  return q.replace(wordPattern, (word) => {
    const correction = known.get(word);
    return correction ? write(correction) : word;
  });
}
