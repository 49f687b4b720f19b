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

/** Reads a search: words in any order, "quoted words" side by side, and -words that are not wanted. */
export function readAsked(q: string): Asked {
  const asked: Asked = { words: [], phrases: [], without: [] };
  for (const { groups } of lookedFor(q).matchAll(part)) {
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
  const parts = [...q.matchAll(part)];
  return parts.length > mostWords ? q.slice(0, parts[mostWords]?.index).trim() : q;
}

/** The words of a search without quotes and minus signs: what they keep out may come in, and in any order. */
export function withoutSigns(q: string): string {
  const { words, phrases } = readAsked(q);
  return [...phrases, ...words].join(" ");
}
