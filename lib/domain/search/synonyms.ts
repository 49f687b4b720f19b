import { ok, refuse, type Result } from "../result.ts";
import { charactersOrFewer, lengthOf, oneLine } from "../template/text.ts";
import { straightened } from "./asked.ts";
import { fold } from "./fold.ts";

const longest = 60;
const most = 20;

/** Reads words that mean the same, separated by commas. @returns them, or what to mend */
export function readSynonyms(typed: string): Result<string[], string> {
  const parts = typed.split(",").map(oneLine).filter(Boolean);
  const unfit = parts.find((part) => /[<>]/.test(part) || !bareWord(part));
  if (unfit) return refuse(`A word needs letters, and no < or >: change “${beginning(unfit)}”`);
  const words = bareWords(parts);
  if (words.length < 2) return refuse("Give two or more words or phrases, separated by commas");
  if (words.length > most) return refuse(`Give ${most} words or phrases or fewer`);
  const long = words.find((word) => lengthOf(word) > longest);
  return long ? refuse(`Each must be ${charactersOrFewer(longest)}: “${beginning(long)}” is not`) : ok(words);
}

/** The words of a set as its editor reads and types them. */
export const inOneLine = (words: readonly string[]): string => words.join(", ");

/** Words as a set keeps them, each once, however they were written. */
export const bareWords = (words: readonly string[]): string[] => [...new Set(words.map(bareWord))].filter(Boolean);

/** Whether two sets have a word in common. */
export function shareWord(some: readonly string[], others: readonly string[]): boolean {
  const bare = new Set(bareWords(others));
  return bareWords(some).some((word) => bare.has(word));
}

/** Whether a set has a word or phrase with what is looked for in it. */
export const hasWord = (words: readonly string[], looked: string): boolean =>
  words.some((word) => fold(bareWord(word)).includes(fold(bareWord(looked))));

// To a search, quotes and a sign before a word say how to look for it: they are no part of the word.
const before = /^[^\p{L}\p{N}(]+/u;
const quotesAround = /"|(?<![\p{L}\p{N}])['‘’‚`«»‹›]|['‘’`«»‹›](?![\p{L}\p{N}])/gu;

/** A word or phrase in small letters without its quotes and the signs before it; "" where no letter or figure is left. */
function bareWord(typed: string): string {
  const word = oneLine(straightened(typed).replace(quotesAround, "")).replace(before, "").toLowerCase();
  return /[\p{L}\p{N}]/u.test(word) ? word : "";
}

const beginning = (text: string) => (lengthOf(text) > 30 ? `${[...text].slice(0, 30).join("")}…` : text);
