import { Searched } from "#components/searches/searched.tsx";
import { EditorPage } from "#components/review/editor-page.tsx";
import { requireEditor } from "#lib/auth/guards.ts";
import { listSearched, reports, type Report } from "#lib/data/searches/report.ts";
import { paths } from "#lib/http/paths.ts";
import { readText } from "#lib/http/read-text.ts";

const names: Record<Report, string> = { most: "Most searched", none: "Without a result", unopened: "Nothing opened" };
const spans = [7, 30, 90] as const;

/** What people look for, so that editors see what the directory lacks. */
export default async function SearchesPage({ searchParams }: PageProps<"/editor/searches">) {
  const editor = await requireEditor();
  const asked = await searchParams;
  const report = reports.find((one) => one === readText(asked["show"], 10)) ?? "most";
  const days = spans.find((one) => String(one) === readText(asked["days"], 3)) ?? 30;
  const rows = await listSearched(report, days);
  return (
    <EditorPage title="What people look for" section="searches" editor={editor}>
      <p className="mb-6 max-w-prose">
        Words by how often they were looked for, with filters or without. Results are those of the words alone, when
        they were last looked for. Nobody is kept with them, and counts are deleted after 90 days.{" "}
        <a href={paths.synonyms}>Words that mean the same</a>
      </p>
      <Tabs
        label="Kinds of searches"
        tabs={reports.map((one) => ({ name: names[one], path: paths.searchesOf(one, days), current: one === report }))}
      />
      <Tabs
        label="Since when"
        tabs={spans.map((one) => ({ name: `${one} days`, path: paths.searchesOf(report, one), current: one === days }))}
      />
      {rows.length ? (
        <Searched rows={rows} heading={`${names[report]}, last ${days} days`} />
      ) : (
        <p className="pt-6">None.</p>
      )}
    </EditorPage>
  );
}

function Tabs({ label, tabs }: { label: string; tabs: { name: string; path: string; current: boolean }[] }) {
  return (
    <nav aria-label={label} className="no-print border-b border-line">
      <ul className="-mx-1 flex flex-wrap gap-x-4">
        {tabs.map(({ name, path, current }) => (
          <li key={name}>
            <a href={path} aria-current={current ? "page" : undefined} className="tab-link">
              {name}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
