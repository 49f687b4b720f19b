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
      {terms.map((term) => (
        <li key={term.slug}>
          <Choice group={group} term={term} chosen={chosen.includes(term.slug)} count={counts.get(term.slug) ?? 0} />
        </li>
      ))}
    </ul>
  );
}

/**
 * One option with the number of case studies it would show, to stand in a `choice` or among `choices`. An unchosen option that would show none
 * cannot be chosen; a chosen one is never disabled, because the browser would not send it.
 */
export function Choice({
  group,
  term,
  chosen,
  count,
}: {
  group: GroupKey;
  term: Term;
  chosen: boolean;
  count: number;
}) {
  const off = !chosen && count === 0;
  return (
    <>
      <label>
        <input type="checkbox" name={group} value={term.slug} defaultChecked={chosen} disabled={off} />
        {term.name}
      </label>
      <span>{figure(count)}</span>
    </>
  );
}
