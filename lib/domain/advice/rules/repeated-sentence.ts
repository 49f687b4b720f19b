import { excerptAt } from "../excerpt.ts";
import type { Passage } from "../passages.ts";
import type { Finding, Rule } from "../rule.ts";
import { wordsOf } from "../sentences.ts";

const fewestWords = 6;

/** Sentences that stand in the version more than once, as happens when text is pasted twice. Each is named once. */
export const repeatedSentence: Rule = ({ passages }) => {
  const firstIn = new Map<string, Passage>();
  const told = new Set<string>();
  const findings: Finding[] = [];
  for (const passage of passages) {
    for (const sentence of passage.sentences) {
      const same = keyOf(sentence);
      if (same === null) continue;
      const first = firstIn.get(same);
      if (first && !told.has(same)) findings.push(finding(passage, first, sentence));
      if (first) told.add(same);
      else firstIn.set(same, passage);
    }
  }
  return findings;
};

function keyOf(sentence: string): string | null {
  const words = wordsOf(sentence);
  if (words.length < fewestWords) return null;
  return words.map((word) => word.toLowerCase().replace(/[^\p{L}\p{N}%£.,]|[.,](?!\p{N})/gu, "")).join(" ");
}

function finding({ section, question }: Passage, first: Passage, sentence: string): Finding {
  const message =
    first.question === question
      ? "This sentence is in this answer twice. Keep it once."
      : `This sentence is also in “${first.label}”. Keep it in one of the two.`;
  return { section, question, message, excerpt: excerptAt(sentence, 0) };
}
