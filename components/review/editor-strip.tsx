import { paths } from "#lib/http/paths.ts";

const sections = [
  { key: "queue", name: "Queue", path: paths.queue() },
  { key: "upkeep", name: "Upkeep", path: paths.upkeep() },
  { key: "suggestions", name: "Suggestions and problems", path: paths.suggestions },
  { key: "searches", name: "Searches", path: paths.searches },
  { key: "reports", name: "Reports", path: paths.reports },
  { key: "history", name: "History", path: paths.history },
  { key: "catalogue", name: "Catalogue", path: paths.catalogue },
  { key: "imports", name: "Imports", path: paths.imports },
  { key: "people", name: "People", path: paths.people },
] as const;

export type EditorSection = (typeof sections)[number]["key"];

/** An editor's ways in, who is signed in, and the way out. */
export function EditorStrip({ section, editor }: { section: EditorSection | undefined; editor: { name: string } }) {
  return (
    <div className="no-print border-b border-line bg-wash text-small">
      <nav aria-label="Editors" className="band flex flex-wrap items-center justify-between gap-x-4 gap-y-1 py-2">
        <ul className="-mx-1 flex flex-wrap gap-x-3">
          {sections.map(({ key, name, path }) => (
            <li key={key}>
              <a
                href={path}
                aria-current={key === section ? "true" : undefined}
                className="quiet-link inline-block px-1 py-1 aria-[current]:font-bold"
              >
                {name}
              </a>
            </li>
          ))}
        </ul>
        <form method="post" action={paths.signOut} className="flex flex-wrap items-center gap-x-4 tablet:ml-auto">
          <a href={paths.account} className="quiet-link py-1">
            <span className="sr-only">Signed in as </span>
            {editor.name}
          </a>
          <button type="submit" className="link-button">
            Sign out
          </button>
        </form>
      </nav>
    </div>
  );
}
