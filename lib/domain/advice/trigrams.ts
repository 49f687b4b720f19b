/**
 * How alike two titles are, from 0 to 1: the share of three-letter pieces they have in common, whatever the order of
 * their words.
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
  const words = plain.match(/[\p{L}\p{N}]+/gu) ?? [];
  return new Set(
    words.flatMap((word) => {
      const letters = [" ", " ", ...word, " "];
      return letters.slice(2).map((_, index) => letters.slice(index, index + 3).join(""));
    }),
  );
}
