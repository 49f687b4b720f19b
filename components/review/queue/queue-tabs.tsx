import { figure } from "#components/ui/words.ts";
import { tabs, type TabKey } from "#lib/domain/queue/tabs.ts";
import type { QueueQuery } from "#lib/domain/queue/query.ts";
import { paths } from "#lib/http/paths.ts";

interface Props {
  query: QueueQuery;
  counts: Record<TabKey, { total: number }>;
}

/** The parts of the queue with how much each holds. The filters in force go along. */
export function QueueTabs({ query, counts }: Props) {
  return (
    <nav aria-label="Parts of the queue" className="no-print border-b-[3px] border-ink">
      <ul className="-mx-1 flex flex-wrap gap-x-4">
        {tabs.map(({ key, label }) => (
          <li key={key}>
            <a
              href={paths.queue({ ...query, tab: key, page: 1 })}
              aria-current={key === query.tab ? "page" : undefined}
              className="tab-link"
            >
              {label} <span className="count">{figure(counts[key].total)}</span>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
