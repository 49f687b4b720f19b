import { fold, foldedWords } from "./fold.ts";

/**
 * The words of a set that are the first letters of longer ones in it, and words of their own: who writes "send" may mean the verb.
 *
 * @param isEnglish whether a word in small letters is an ordinary one
 */
export function ordinaryAcronymsOf(set: readonly string[], isEnglish: (word: string) => boolean): string[] {
  const words = set.map(foldedWords);
  const long = words.filter(({ length }) => length > 1);
  const short = words.flatMap((one) => (one.length === 1 ? one : []));
  return short.filter((word) => isEnglish(word) && long.some((name) => isAcronymOf(word, name)));
}

/** Whether a word takes a letter from the words of a name, in order, the first one's first: "and" and "of" may be left out. */
function isAcronymOf(word: string, name: readonly string[]): boolean {
  let taken = 0;
  for (const part of name) if (part.startsWith(word[taken] ?? "\0")) taken += 1;
  return taken === word.length && name[0]?.[0] === word[0];
}

/** Whether a word is typed as acronyms are, short and in capitals, or cannot be said, for want of a vowel: then it is no slip. */
export const looksLikeAcronym = (typed: string): boolean =>
  /^\p{Lu}{2,6}$/u.test(typed) || !/[aeiouy]/.test(fold(typed));
