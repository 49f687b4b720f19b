import { ImportState } from "#components/imports/import-state.tsx";
import { ReportRows } from "#components/imports/report-rows.tsx";
import { EditorPage } from "#components/review/editor-page.tsx";
import { NumberedPages } from "#components/ui/numbered-pages.tsx";
import { figure, longDate } from "#components/ui/words.ts";
import { MissingPage } from "#components/review/missing-page.tsx";
import { requireEditor } from "#lib/auth/guards.ts";
import { findImport, type ImportState as State } from "#lib/data/imports/imports.ts";
import { listBecame, listRows, reportRowsPerPage } from "#lib/data/imports/rows.ts";
import { outcomes, type Outcome } from "#lib/domain/imports/findings.ts";
import { daysReportsKept } from "#lib/domain/imports/limits.ts";
import { outcomeWords } from "#lib/domain/imports/words.ts";
import { wordingsToDeclare } from "#lib/domain/imports/gaps.ts";
import { mayImport, mayTakeImported } from "#lib/domain/workflow/decide.ts";
import { paths } from "#lib/http/paths.ts";
import { readText } from "#lib/http/read-text.ts";
import { findAnswer } from "../../answer.ts";
import { NotDone } from "../../outcome.tsx";

/** What was found in a file, or became of it, row by row. */
export default async function ImportPage({ params, searchParams }: PageProps<"/editor/imports/[id]">) {
  const editor = await requireEditor();
  const [{ id }, asked] = await Promise.all([params, searchParams]);
  const found = await findImport(id);
  if (!found) return <MissingPage editor={editor} />;
  const only = outcomes.find((one) => one === readText(asked["only"], 10)) ?? null;
  const page = Number(/^[1-9]\d{0,4}$/.exec(readText(asked["page"], 6))?.[0] ?? 1);
  const [answer, rows] = await Promise.all([findAnswer(paths.importReport(id), asked), listRows(id, only, page)]);
  const became = await listBecame(rows.flatMap(({ caseStudyId }) => caseStudyId ?? []));
  const shown = rows.map(({ caseStudyId, ...row }) => {
    const { slug = null, version = null } = became.get(caseStudyId ?? "") ?? {};
    return { ...row, slug, draft: version && mayTakeImported(version, editor) ? version.id : null };
  });
  const count = only ? found.counts[only] : Object.values(found.counts).reduce((sum, one) => sum + one, 0);
  return (
    <EditorPage
      title={found.fileName}
      section="imports"
      editor={editor}
      caption={<a href={paths.imports}>Imports</a>}
      done={answer.done}
    >
      <NotDone reasons={answer.notDone} />
      <p className="mb-4 text-soft">
        From {found.source}, {longDate(found.createdAt)}
        {found.person && `, ${found.person.name || found.person.email}`}
      </p>
      <ImportState {...found} declared={wordingsToDeclare()} mayConfirm={mayImport(found.publish, editor)} />
      <Kinds state={found} only={only} />
      {shown.length > 0 && <ReportRows importId={id} rows={shown} place={found.format === "table" ? "Row" : "Item"} />}
      {shown.length === 0 && count > 0 && (
        <p className="pt-4">
          {page > 1 ? "There is no such page." : `What was said of each row is kept for ${daysReportsKept} days.`}
        </p>
      )}
      <NumberedPages
        page={page}
        last={Math.ceil(count / reportRowsPerPage)}
        to={(number) => paths.importReport(id, only, number)}
      />
    </EditorPage>
  );
}

function Kinds({ state: { id, counts }, only }: { state: State; only: Outcome | null }) {
  const all = Object.values(counts).reduce((sum, one) => sum + one, 0);
  if (!all) return null;
  return (
    <>
      <nav aria-label="Kinds of rows" className="no-print mt-10 border-b-[3px] border-ink">
        <ul className="-mx-1 flex flex-wrap gap-x-4">
          {([null, ...outcomes] as const).map((kind) => (
            <li key={kind ?? "all"}>
              <a
                href={paths.importReport(id, kind)}
                aria-current={kind === only ? "page" : undefined}
                className="tab-link"
              >
                {kind ? outcomeWords[kind] : "All"} <span className="count">{figure(kind ? counts[kind] : all)}</span>
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <p className="no-print py-3 text-small">
        <a href={paths.importReportFile(id)}>Download this report as CSV</a>
      </p>
    </>
  );
}
