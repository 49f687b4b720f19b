import { figure } from "#components/ui/words.ts";

interface Tab {
  name: string;
  count: number;
  path: string;
  current: boolean;
}

/** The parts of a list, each with how much it holds. */
export function SuggestionTabs({ label, tabs }: { label: string; tabs: readonly Tab[] }) {
  return (
    <nav aria-label={label} className="no-print border-b border-line">
      <ul className="-mx-1 flex flex-wrap gap-x-4">
        {tabs.map(({ name, count, path, current }) => (
          <li key={name}>
            <a href={path} aria-current={current ? "page" : undefined} className="tab-link">
              {name} <span className="count">{figure(count)}</span>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
