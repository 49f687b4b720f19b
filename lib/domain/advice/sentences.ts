const segmenter = new Intl.Segmenter("en-GB", { granularity: "sentence" });
const abbreviation =
  /(?:^|[\s("“‘])(?:Dr|Mr|Mrs|Ms|Prof|Cllr|Rev|St|Nos?|pp?|para|approx|e\.g|i\.e|eg|ie|cf|vs|Fig|Vol)\.\s*$/iu;
// The rules of Unicode see no sentence that begins with a figure and goes on in small letters.
const beforeFigure = /(?<=[\p{L}\p{N}%)]\.["”’)]?\s)(?=[£€(]?\p{N})/u;
const longestAbbreviation = 12;

/** The sentences of one paragraph. A full stop after "Dr" or "e.g" ends none. */
export function sentencesOf(paragraph: string): string[] {
  const sentences: string[] = [];
  let parts: string[] = [];
  for (const piece of piecesOf(paragraph)) {
    parts.push(piece);
    if (abbreviation.test(piece.slice(-longestAbbreviation))) continue;
    sentences.push(parts.join("").trim());
    parts = [];
  }
  return [...sentences, parts.join("").trim()].filter((sentence) => sentence !== "");
}

const piecesOf = (paragraph: string) =>
  [...segmenter.segment(paragraph)].flatMap(({ segment }) => segment.split(beforeFigure));

/** The words of a sentence. A dash or a bullet on its own is none. */
export const wordsOf = (sentence: string): string[] =>
  sentence.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word));
