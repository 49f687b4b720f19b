import { excerptAt } from "../excerpt.ts";
import { wordsOf } from "../sentences.ts";
import type { Rule } from "../rule.ts";

const longest = 35;

/** Sentences that most readers have to read twice. */
export const longSentence: Rule = ({ passages }) =>
  passages.flatMap(({ section, question, sentences }) =>
    sentences
      .map((sentence) => ({ excerpt: excerptAt(sentence, 0), count: wordsOf(sentence).length }))
      .filter(({ count }) => count > longest)
      .map(({ excerpt, count }) => ({
        section,
        question,
        message: `This sentence has ${count} words. Split it into shorter ones.`,
        excerpt,
      })),
  );
