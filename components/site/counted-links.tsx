import { figure } from "#components/ui/words.ts";

export interface CountedLink {
  path: string;
  name: string;
  /** Null where it is not known. */
  count: number | null;
}

interface Props {
  links: readonly CountedLink[];
  columns?: string;
  /** What is counted: one, and several. */
  of?: readonly [string, string];
}

/** Ways in, each with how much lies behind it. */
export function CountedLinks({ links, columns = "", of = ["case study", "case studies"] }: Props) {
  if (!links.length) return null;
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
              <span className="sr-only"> {count === 1 ? of[0] : of[1]}</span>
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}
