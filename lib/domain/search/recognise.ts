import type { Catalogue, GroupKey, Term } from "../listing/groups.ts";
import { straightened } from "./asked.ts";
import { fold, foldedWords, wordPattern } from "./fold.ts";

const recognisable = ["council", "region", "topic", "support"] as const satisfies readonly GroupKey[];

/** A council, region, topic or support type that words of a search name, with the other words. */
export interface Recognised {
  group: (typeof recognisable)[number];
  slug: string;
  name: string;
  rest: string;
}

const longestName = 8;
/** What is not wanted, or has to stand as it does, names no filter. */
const setAside = /-?"[^"]*"|(?<=^|\s)-\S+/gu;

/** What in a search is the name of something that can be chosen: whole names only, the longest first. */
export function recognise(q: string, catalogue: Catalogue): Recognised[] {
  // As long as before, so that places stay what they are; no name goes across what is set aside.
  const open = straightened(q).replace(setAside, (part) => "|".repeat(part.length));
  const found: (Recognised & { from: number; to: number })[] = [];
  const { named } = namesIn(catalogue);
  for (const { words, from, to } of runsOf(open)) {
    if (found.some((other) => from < other.to && other.from < to && other.to - other.from > to - from)) continue;
    for (const group of recognisable) {
      const term = named.get(`${group} ${words}`);
      if (term && !found.some((other) => other.group === group && other.slug === term.slug))
        found.push({ ...term, rest: without(q, from, to), from, to });
    }
  }
  return found.map(({ group, slug, name, rest }) => ({ group, slug, name, rest }));
}

const known = new WeakMap<Catalogue, ReturnType<typeof readNames>>();

/** The names of a catalogue as they are compared, made once for each. */
function namesIn(catalogue: Catalogue) {
  const names = known.get(catalogue) ?? readNames(catalogue);
  known.set(catalogue, names);
  return names;
}

const readNames = (catalogue: Catalogue) => ({
  named: new Map(
    recognisable.flatMap((group) =>
      catalogue[group].map(({ slug, name }) => [`${group} ${keyOf(name)}`, { group, slug, name }] as const),
    ),
  ),
  topics: catalogue.topic.map((topic) => ({ topic, words: foldedWords(topic.name) })),
});

/** Every run of words that could be a name, the longest first, with where it stands. */
function runsOf(q: string): { words: string; from: number; to: number }[] {
  const words = [...q.matchAll(wordPattern)].map((match) => ({
    text: fold(match[0]),
    from: match.index,
    to: match.index + match[0].length,
  }));
  const lengths = Array.from({ length: longestName }, (_, shorter) => longestName - shorter);
  return lengths.flatMap((length) =>
    words.flatMap((_, start) => {
      const run = words.slice(start, start + length);
      const [from, to] = [run[0]?.from ?? 0, run.at(-1)?.to ?? 0];
      const whole = run.length === length && !q.slice(from, to).includes("|");
      return whole ? [{ words: run.map(({ text }) => text).join(" "), from, to }] : [];
    }),
  );
}

/** What stands in brackets at its end belongs to how a name is shown. */
const keyOf = (name: string) => foldedWords(name.replace(/\s*\([^)]*\)$/, "")).join(" ");

/** A search without a stretch of it, and without the signs and the small words that then stand at an end. */
function without(q: string, from: number, to: number): string {
  const words = `${q.slice(0, from)} ${q.slice(to)}`.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word));
  const says = (word: string) => !small.has(word.toLowerCase());
  const first = words.findIndex(says);
  return first === -1 ? "" : words.slice(first, words.findLastIndex(says) + 1).join(" ");
}
const small: ReadonlySet<string> = new Set("and at by for from in near of on or the to with".split(" "));

/** Topics with one of some words in their names. */
export function topicsNear(said: readonly string[], catalogue: Catalogue): Term[] {
  const telling = new Set(foldedWords(said.join(" ")).filter(({ length }) => length >= shortestOfName));
  return namesIn(catalogue).topics.flatMap(({ topic, words }) =>
    words.some((word) => telling.has(word)) ? topic : [],
  );
}
const shortestOfName = 5;
