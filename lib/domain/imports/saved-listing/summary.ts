import { sentencesOf, wordsOf } from "../../advice/sentences.ts";

/** A summary as it can be kept, and what was taken out of it. */
export interface Tidied {
  summary: string;
  repeated: string[];
  headings: string[];
}

/** Headings of the texts that summaries are cut from. */
const headings = new Set(
  ["background", "context", "overview", "introduction", "challenge", "the challenge", "the problem", "solution"].concat(
    [
      "the solution",
      "impact",
      "the impact",
      "lessons learned",
      "how is the new approach being sustained",
      "summary",
      "results",
    ],
  ),
);
const fewestWords = 4;

/** Takes sentences that come again out of a summary, and headings that came along with it. Paragraphs become one. */
export function tidySummary(paragraphs: readonly string[]): Tidied {
  const leaked: string[] = [];
  const repeated: string[] = [];
  const seen = new Set<string>();
  const kept = paragraphs.flatMap((paragraph) => {
    if (isHeading(paragraph)) {
      leaked.push(paragraph);
      return [];
    }
    return sentencesOf(withoutHeadingAtEnd(paragraph, leaked)).filter((sentence) => {
      const key = keyOf(sentence);
      if (key === null || !seen.has(key)) return Boolean(seen.add(key ?? sentence));
      repeated.push(sentence);
      return false;
    });
  });
  return { summary: kept.join(" "), repeated, headings: leaked };
}

/** Whether a line is nothing but a heading. */
export const isHeading = (line: string): boolean => headings.has(plain(line));

const plain = (line: string) =>
  line
    .toLowerCase()
    .replace(/^#+\s*/, "")
    .replace(/[:?.\s]+$/, "")
    .trim();

/** A heading of several words that ran on behind the last full stop; one word could be the end of a sentence. */
function withoutHeadingAtEnd(paragraph: string, leaked: string[]): string {
  const [whole, kept, end] = /^(.*[.!?…]["'”’)\]]*)\s+([^.!?…]+?)[:\s]*$/su.exec(paragraph) ?? [];
  if (!whole || !kept || !end || !isHeading(end)) return paragraph;
  leaked.push(end);
  return kept;
}

/** Sentences that read the same are the same, whatever their signs. Short ones may well come twice. */
function keyOf(sentence: string): string | null {
  const words = wordsOf(sentence);
  if (words.length < fewestWords) return null;
  return words.map((word) => word.toLowerCase().replace(/[^\p{L}\p{N}%£]/gu, "")).join(" ");
}
