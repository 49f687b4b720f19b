import type { Term } from "./groups.ts";

const most = 10;

/** What a group with many options shows of them: the chosen ones, then the ten that hold the most. */
export function offered(
  terms: readonly Term[],
  chosen: readonly string[],
  counts: ReadonlyMap<string, number>,
): readonly Term[] {
  if (terms.length <= most) return terms;
  const held = ({ slug }: Term) => counts.get(slug) ?? 0;
  const largest = terms
    .filter((term) => held(term) > 0)
    .toSorted((a, b) => held(b) - held(a))
    .slice(0, most);
  return [...new Set([...terms.filter(({ slug }) => chosen.includes(slug)), ...largest])];
}
