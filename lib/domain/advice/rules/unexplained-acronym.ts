import { excerptAt } from "../excerpt.ts";
import { knownAcronyms } from "../known-acronyms.ts";
import type { Finding, Rule } from "../rule.ts";
import { wordsOf } from "../sentences.ts";

const acronym = /(?<![\p{L}\p{N}@#&])(\p{Lu}[\p{Lu}fo&]*\p{Lu})s?(?![\p{L}\p{M}\p{N}@&])/gu;
const shouting = /(?<!\p{L})\p{Lu}{2,}(?: \p{Lu}+){2,}(?!\p{L})/gu;
const lookAround = 200;

/** Letters that not every reader can spell out, where they are first used. */
export const unexplainedAcronym: Rule = ({ passages }) => {
  const used = new Set<string>();
  return passages.flatMap(({ section, question, blocks }) =>
    blocks.flatMap(({ text }): Finding[] => {
      if (isShouted(text)) return [];
      const calm = text.replace(shouting, "");
      return [...calm.matchAll(acronym)].flatMap((match) => {
        const name = match[1] ?? "";
        if (used.has(name) || isKnown(name)) return [];
        used.add(name);
        if (isExplained(calm, name, match)) return [];
        const message = `Say what ${name} means the first time you use it.`;
        return [{ section, question, message, excerpt: excerptAt(calm, match.index) }];
      });
    }),
  );
};

const isKnown = (name: string) => knownAcronyms.has(name) || /^[IVX]+$/.test(name);

/** A line in capitals, such as a heading: nothing in it can be told from an acronym. */
function isShouted(text: string): boolean {
  const words = wordsOf(text);
  const loud = words.filter((word) => /\p{Lu}{2}/u.test(word) && !/\p{Ll}/u.test(word));
  return words.length === 1 ? /\p{Lu}{6}/u.test(text) : loud.length * 2 > words.length;
}

function isExplained(text: string, name: string, { 0: written, index }: RegExpExecArray): boolean {
  const before = text.slice(Math.max(0, index - lookAround), index);
  const after = text.slice(index + written.length, index + written.length + lookAround);
  const [, words] = /([^()]*)\((?:the |or |also |known as |called |["“‘'])*$/i.exec(before) ?? [];
  if (words && /^["”’']?(?:[,;]? [^()]{0,60})?\)/.test(after) && spells(name, lastWords(words, name))) return true;
  const [, meaning] = /^\s*\(([^()]+)/.exec(after) ?? [];
  return (meaning !== undefined && spells(name, meaning)) || /^,? (?:which )?(?:stands|is short) for /.test(after);
}

/** As many words as the letters could stand for, with room for "of" and "and" between them. */
const lastWords = (words: string, name: string) =>
  words
    .trim()
    .split(/\s+/)
    .slice(-2 * name.length - 2)
    .join(" ");

/** Whether the letters come in a text in their order. They need not begin its words: ANPR is one, XML is another. */
function spells(name: string, text: string): boolean {
  const letters = text.toLowerCase();
  let from = 0;
  for (const letter of name.toLowerCase().replaceAll("&", "")) {
    const found = letters.indexOf(letter, from);
    if (found === -1) return false;
    from = found + 1;
  }
  return true;
}
