import type { Catalogue, GroupKey } from "../listing/groups.ts";
import { fold, wordPattern } from "./fold.ts";

const recognisable = ["council", "topic", "support"] as const satisfies readonly GroupKey[];

/** A council, topic or support type that words of a search name, with the other words. */
export interface Recognised {
  group: (typeof recognisable)[number];
  slug: string;
  name: string;
  rest: string;
}

/** What in a search is the name of something that can be chosen: whole names only, the longest first. */
export function recognise(q: string, catalogue: Catalogue): Recognised[] {
  const words = [...q.matchAll(wordPattern)].map((match) => ({
    text: fold(match[0]),
    from: match.index,
    to: match.index + match[0].length,
  }));
  const found: (Recognised & { from: number; to: number })[] = [];
  const named = new Map(
    recognisable.flatMap((group) =>
      catalogue[group].map(({ slug, name }) => [`${group} ${keyOf(name)}`, { group, slug, name }] as const),
    ),
  );
  for (let length = Math.min(words.length, 8); length > 0; length--) {
    for (let start = 0; start + length <= words.length; start++) {
      const run = words.slice(start, start + length);
      const [from, to] = [run[0]?.from ?? 0, run.at(-1)?.to ?? 0];
      if (found.some((other) => from < other.to && other.from < to && other.to - other.from > to - from)) continue;
      const key = run.map(({ text }) => text).join(" ");
      for (const group of recognisable) {
        const term = named.get(`${group} ${key}`);
        if (term) found.push({ ...term, rest: without(q, from, to), from, to });
      }
    }
  }
  return found.map(({ group, slug, name, rest }) => ({ group, slug, name, rest }));
}

const keyOf = (name: string) => [...name.matchAll(wordPattern)].map(([word]) => fold(word)).join(" ");

/** A search without a stretch of it, and without the signs that then stand alone. */
const without = (q: string, from: number, to: number) =>
  `${q.slice(0, from)} ${q.slice(to)}`
    .split(/\s+/)
    .filter((word) => /[\p{L}\p{N}]/u.test(word))
    .join(" ");
