const segmenter = new Intl.Segmenter("en-GB", { granularity: "sentence" });
const abbreviation = /(?:^|[\s("“‘])(?:Dr|Mr|Mrs|Ms|Prof|Cllr|Rev|St|approx|e\.g|i\.e|eg|ie|cf|vs|Fig)\.\s*$/iu;
const longestAbbreviation = 12;

/** The sentences of one paragraph. A full stop after "Dr" or "e.g" ends none. */
export function sentencesOf(paragraph: string): string[] {
  const sentences: string[] = [];
  let parts: string[] = [];
  for (const { segment } of segmenter.segment(paragraph)) {
    parts.push(segment);
    if (abbreviation.test(segment.slice(-longestAbbreviation))) continue;
    sentences.push(parts.join("").trim());
    parts = [];
  }
  return [...sentences, parts.join("").trim()].filter((sentence) => sentence !== "");
}

/** The words of a sentence. A dash or a bullet on its own is none. */
export const wordsOf = (sentence: string): string[] =>
  sentence.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word));
