import type { Term } from "#lib/domain/listing/groups.ts";
import { choice } from "./filter-group.tsx";

interface Props {
  terms: readonly Term[];
  chosen: readonly string[];
  counts: ReadonlyMap<string, number>;
}

const shownAtFirst = 8;

/** Topics as a tree of two levels: the largest and the chosen at once, the others when asked for. */
export function TopicTree({ terms, chosen, counts }: Props) {
  const branches = terms
    .filter(({ parent }) => !parent)
    .map((term) => ({ term, children: terms.filter(({ parent }) => parent === term.slug) }));
  const bySize = branches.toSorted((a, b) => (counts.get(b.term.slug) ?? 0) - (counts.get(a.term.slug) ?? 0));
  const isOpen = ({ term, children }: Branch) => [term, ...children].some(({ slug }) => chosen.includes(slug));
  const first = new Set([...bySize.slice(0, shownAtFirst), ...branches.filter(isOpen)]);
  const others = branches.filter((branch) => !first.has(branch));

  return (
    <div className="clear-both" data-long-list="Find a topic">
      <ul>
        {bySize
          .filter((branch) => first.has(branch))
          .map((branch) => (
            <Topic key={branch.term.slug} {...branch} open={isOpen(branch)} chosen={chosen} counts={counts} />
          ))}
      </ul>
      {others.length > 0 && (
        <details className="mt-1">
          <summary className="py-1 text-small text-link underline underline-offset-4">
            Show all {branches.length} topics
          </summary>
          <ul>
            {others.map((branch) => (
              <Topic key={branch.term.slug} {...branch} open={false} chosen={chosen} counts={counts} />
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}

interface Branch {
  term: Term;
  children: Term[];
}

function Topic({
  term,
  children,
  open,
  chosen,
  counts,
}: Branch & { open: boolean; chosen: readonly string[]; counts: ReadonlyMap<string, number> }) {
  const about = (one: Term) => ({
    group: "topic" as const,
    term: one,
    chosen: chosen.includes(one.slug),
    count: counts.get(one.slug) ?? 0,
  });
  return (
    <li className="branch">
      {choice("div", about(term))}
      {children.length > 0 && (
        <details open={open}>
          <summary>
            <span className="sr-only">Topics within {term.name}</span>
          </summary>
          <ul className="choices">{children.map((child) => choice("li", about(child)))}</ul>
        </details>
      )}
    </li>
  );
}
