const vocabulary = 60_000;

/** Words that are as rare and as common as words are (Zipf's law), the same in every run. */
export function createWriter(seed: number) {
  const chance = chances(seed);
  const words = Array.from({ length: vocabulary }, (_, rank) => wordOf(rank + 1));
  /** @returns so many words, with a blank between each */
  return (count: number) =>
    Array.from({ length: count }, () => words[Math.floor(vocabulary ** chance()) - 1] ?? "").join(" ");
}

/** A word of three syllables that no other rank has. */
function wordOf(rank: number): string {
  const syllables = [0, 1, 2].map((place) => {
    const digit = Math.floor(rank / 75 ** place);
    return "bdfglmnprstvkzh".charAt(digit % 15) + "aeiou".charAt(Math.floor(digit / 15) % 5);
  });
  return syllables.join("") + String.fromCharCode(97 + (rank % 26));
}

/** Numbers from 0 to 1 that look random. */
function chances(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}
