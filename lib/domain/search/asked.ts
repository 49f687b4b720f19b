/** What somebody typed into the search box, taken apart. */
export interface Asked {
  /** Words to look for, in order and as typed. */
  words: string[];
  /** What has to stand there word for word. Its words are looked for as well, and are never corrected. */
  phrases: string[];
  /** Words and phrases that may not stand there. */
  without: string[];
}

const part = /(?<![\p{L}\p{N}])(?<minus>-?)"(?<phrase>[^"]*)"|(?<word>\S+)/gu;
const around = /^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu;

/** More words than anybody types; a pasted page is looked for by its beginning. */
export const mostWords = 100;
/** Each quoted or unwanted part is looked for in the texts themselves, which takes longer than a word. */
const mostParts = 5;

/** Reads a search: words in any order, "quoted words" side by side, and -words that are not wanted. */
export function readAsked(q: string): Asked {
  const asked: Asked = { words: [], phrases: [], without: [] };
  for (const { groups } of straightened(lookedFor(q)).matchAll(part)) {
    const { minus = "", phrase, word = "" } = groups ?? {};
    if (phrase === undefined) addWord(asked, word);
    else if (/[\p{L}\p{N}]/u.test(phrase)) (minus ? asked.without : asked.phrases).push(phrase);
  }
  return asked;
}

function addWord(asked: Asked, typed: string): void {
  const word = typed.replace(around, "");
  if (word) (/^-[\p{L}\p{N}]/u.test(typed) ? asked.without : asked.words).push(word);
}

/** As much of a search as is looked for: all of it, but for what is longer than anybody types. */
export function lookedFor(q: string): string {
  const parts = [...straightened(q).matchAll(part)];
  const special = parts.filter(({ groups }) => groups?.["phrase"] !== undefined || groups?.["word"]?.startsWith("-"));
  const end = Math.min(parts[mostWords]?.index ?? Infinity, special[mostParts]?.index ?? Infinity);
  return end === Infinity ? q : q.slice(0, end).trim();
}

/** With the quotes that telephones and word processors type as the ones on a keyboard, each in the place it had. */
export const straightened = (q: string): string => q.replace(/[“”„]/g, '"');

/** The words of a search without quotes and minus signs: what they keep out may come in, and in any order. */
export function withoutSigns(q: string): string {
  const { words, phrases } = readAsked(q);
  return [...phrases, ...words].join(" ");
}
