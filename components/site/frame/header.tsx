import { paths } from "#lib/http/paths.ts";

const sections = [
  { key: "case-studies", name: "Case studies", path: paths.listing() },
  { key: "topics", name: "Topics", path: paths.topics },
  { key: "councils", name: "Councils", path: paths.councils },
  { key: "about", name: "About", path: paths.about },
] as const;

export type Section = (typeof sections)[number]["key"] | "submit";

/** The name of the site and its ways in. */
export function Header({ section }: { section: Section | undefined }) {
  return (
    <header className="no-print bg-house-deep text-white">
      <div className="band flex flex-wrap items-center justify-between gap-x-6 py-2 tablet:py-3">
        <a
          href={paths.home}
          className="on-dark flex items-center gap-3 py-1 text-h3 font-bold tracking-tight no-underline"
        >
          <Emblem />
          Casebook
        </a>
        <nav aria-label="Main" className="contents text-small">
          <ul className="sections">
            {sections.map(({ key, name, path }) => (
              <li key={key}>
                <a href={path} aria-current={key === section ? "true" : undefined} className="on-dark section-link">
                  {name}
                </a>
              </li>
            ))}
          </ul>
          <a href={paths.submit} className="button button-mark button-short">
            <span>
              Submit <span className="max-tablet:sr-only">a case study</span>
            </span>
          </a>
        </nav>
      </div>
    </header>
  );
}

/** An open casebook: two pages with lines of writing. */
function Emblem() {
  return (
    <svg width="28" height="24" viewBox="0 0 28 24" fill="none" stroke="var(--mark)" strokeWidth="2" aria-hidden="true">
      <path d="M14 4v18M2 2h9q3 0 3 2 0-2 3-2h9v18h-9q-3 0-3 2 0-2-3-2H2zM6 7h4M6 11h4M18 7h4M18 11h4M18 15h4" />
    </svg>
  );
}
