const small = new Set("a an and at by for from how in is it of on our that the to was what who with".split(" "));

/**
 * How alike two titles are, from 0 to 1: the share of the three-letter pieces of their words that both have, whatever
 * the order. Small words count only where there are no others.
 */
export function likeness(one: string, other: string): number {
  const [first, second] = [trigramsOf(one), trigramsOf(other)];
  const shared = first.intersection(second).size;
  return shared === 0 ? 0 : shared / (first.size + second.size - shared);
}

function trigramsOf(title: string): Set<string> {
  const plain = title
    .normalize("NFKD")
    .replace(/[\p{M}’']/gu, "")
    .toLowerCase();
  const all: string[] = plain.match(/[\p{L}\p{N}]+/gu) ?? [];
  const telling = all.filter((word) => !small.has(word));
  const words = telling.length > 0 ? telling : all;
  return new Set(
    words.flatMap((word) => {
      const letters = [" ", " ", ...word, " "];
      return letters.slice(2).map((_, index) => letters.slice(index, index + 3).join(""));
    }),
  );
}
