/** A word as searches compare it: small letters without accents. */
export const fold = (word: string): string => word.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

/** A run of letters and figures. */
export const wordPattern = /[\p{L}\p{M}\p{N}]+/gu;

/** The words of a text, folded, in order. */
export const foldedWords = (text: string): string[] => [...text.matchAll(wordPattern)].map(([word]) => fold(word));
