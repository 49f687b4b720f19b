import { createHash } from "node:crypto";

const letters = "abcdefghijklmnopqrstuvwxyz";

/** A question with one slip in one of its longer words: a letter left out, doubled, swapped or struck beside. */
export function misspell(text: string, seed: string): string {
  const chance = chancesOf(seed);
  const words = text.split(" ");
  const long = words.flatMap((word, index) => (/^[a-z]{4,}$/i.test(word) ? [index] : []));
  const at = long[chance(long.length)];
  if (at === undefined) return text;
  return words.with(at, slip(words[at] ?? "", chance)).join(" ");
}

function slip(word: string, chance: (below: number) => number): string {
  const place = chance(word.length - 1);
  const [before, one, two, after] = [
    word.slice(0, place),
    word[place] ?? "",
    word[place + 1] ?? "",
    word.slice(place + 2),
  ];
  const slips = [
    `${before}${two}${after}`,
    `${before}${one}${one}${two}${after}`,
    `${before}${two}${one}${after}`,
    `${before}${letters[chance(26)] ?? ""}${two}${after}`,
  ];
  return slips[chance(slips.length)] ?? word;
}

/** Numbers that look random and are the same in every run. */
function chancesOf(seed: string): (below: number) => number {
  let turn = 0;
  return (below) => (below ? createHash("sha256").update(`${seed} ${turn++}`).digest().readUInt32BE() % below : 0);
}
