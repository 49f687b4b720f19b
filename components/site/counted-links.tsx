import { figure } from "#components/ui/words.ts";

export interface CountedLink {
  path: string;
  name: string;
  /** Null where it is not known. */
  count: number | null;
}

/** Ways in, each with how many case studies lie behind it. */
export function CountedLinks({ links, columns = "" }: { links: readonly CountedLink[]; columns?: string }) {
  return (
    <ul className={`text-body ${columns}`}>
      {links.map(({ path, name, count }) => (
        <li key={path} className="flex items-baseline justify-between gap-4 border-b border-line py-2">
          <a href={path} className="quiet-link">
            {name}
          </a>
          {count !== null && (
            <span className="text-small text-soft tabular-nums">
              {figure(count)}
              <span className="sr-only">{count === 1 ? " case study" : " case studies"}</span>
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}
