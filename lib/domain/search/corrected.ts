export interface Correction {
  typed: string;
  meant: string;
}

/** A search as it was understood: each misspelt word replaced by the one it was taken for. */
export const asMeant = (q: string, corrections: readonly Correction[]): string =>
  corrections.reduce((words, { typed, meant }) => words.replace(typed, meant), q);

/** A search that is not corrected: what stands in quotes is looked for as it is. */
export const asTyped = (q: string, corrections: readonly Correction[]): string =>
  corrections.reduce((words, { typed }) => words.replace(typed, `"${typed}"`), q);
