import type { GroupKey, Term } from "#lib/domain/listing/groups.ts";
import { figure } from "#components/ui/words.ts";

interface Props {
  group: GroupKey;
  terms: readonly Term[];
  chosen: readonly string[];
  counts: ReadonlyMap<string, number>;
}

/** The options of one group. */
export function FilterGroup({ group, terms, chosen, counts }: Props) {
  if (!terms.length) return null;
  return (
    <ul className="choices clear-both">
      {terms.map((term) =>
        choice("li", { group, term, chosen: chosen.includes(term.slug), count: counts.get(term.slug) ?? 0 }),
      )}
    </ul>
  );
}

interface Option {
  group: GroupKey;
  term: Term;
  chosen: boolean;
  count: number;
}

/**
 * One option with the number of case studies it would show. An unchosen option that would show none cannot be chosen; a chosen one
 * is never disabled, because the browser would not send it. Called, not drawn as a component: a page has more than a hundred.
 *
 * @param Tag one among `choices`, or a `choice` by itself
 */
export function choice(Tag: "li" | "div", { group, term, chosen, count }: Option) {
  const off = !chosen && count === 0;
  return (
    <Tag key={term.slug} className={Tag === "div" ? "choice" : undefined}>
      <label>
        <input type="checkbox" name={group} value={term.slug} defaultChecked={chosen} disabled={off} />
        {term.name}
      </label>
      <span>{figure(count)}</span>
    </Tag>
  );
}
