// Nearly every word is written without accents, and a search folds thousands of them.
const unaccented = /^[ -~]*$/;

/** A word as searches compare it: small letters without accents. */
export const fold = (word: string): string =>
  (unaccented.test(word) ? word : word.normalize("NFKD").replace(/\p{M}/gu, "")).toLowerCase();

/** A run of letters and figures. */
export const wordPattern = /[\p{L}\p{M}\p{N}]+/gu;

/** The words of a text, folded, in order. */
export const foldedWords = (text: string): string[] => (text.match(wordPattern) ?? []).map(fold);
