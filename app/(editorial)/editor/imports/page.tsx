import { ErrorSummary } from "#components/form/error-summary.tsx";
import { BringForm } from "#components/imports/bring-form.tsx";
import { ColumnHelp } from "#components/imports/column-help.tsx";
import { ImportedDrafts, ToImportedDrafts } from "#components/imports/draft-list.tsx";
import { ImportList } from "#components/imports/import-list.tsx";
import { EditorPage } from "#components/review/editor-page.tsx";
import { NumberedPages } from "#components/ui/numbered-pages.tsx";
import { requireEditor } from "#lib/auth/guards.ts";
import { countImportedDrafts, draftsPerPage, listImportedDrafts } from "#lib/data/imports/drafts.ts";
import { importsPerPage, listImports } from "#lib/data/imports/imports.ts";
import { listTopicChoices } from "#lib/data/imports/lists.ts";
import { columnWords } from "#lib/domain/imports/column-words.ts";
import { mayImport } from "#lib/domain/workflow/decide.ts";
import { paths } from "#lib/http/paths.ts";
import { readText } from "#lib/http/read-text.ts";
import { errorsOf, findAnswer } from "../answer.ts";
import { NotDone } from "../outcome.tsx";

/** Bringing case studies in from files, and what has been brought in. */
export default async function ImportsPage({ searchParams }: PageProps<"/editor/imports">) {
  const editor = await requireEditor();
  const asked = await searchParams;
  const page = Number(/^[1-9]\d{0,4}$/.exec(readText(asked["page"], 6))?.[0] ?? 1);
  const [answer, drafts] = await Promise.all([findAnswer(paths.imports, asked), countImportedDrafts()]);
  if (readText(asked["show"], 6) === "drafts")
    return (
      <EditorPage
        title="Imported drafts"
        section="imports"
        editor={editor}
        caption={<a href={paths.imports}>Imports</a>}
      >
        <ImportedDrafts drafts={await listImportedDrafts(page)} total={drafts} />
        <NumberedPages page={page} last={Math.ceil(drafts / draftsPerPage)} to={paths.importedDrafts} />
      </EditorPage>
    );

  const [{ imports, total }, topics] = await Promise.all([listImports(page), listTopicChoices()]);
  const errors = errorsOf(answer, ["file", "source", "base", "publish", "reason"]);
  return (
    <EditorPage title="Imports" section="imports" editor={editor} failed={errors.length > 0} done={answer.done}>
      <ErrorSummary errors={errors} />
      <NotDone reasons={answer.notDone} />
      <ToImportedDrafts total={drafts} />
      <BringForm {...answer} topics={topics} publishes={mayImport(true, editor)} />
      <details className="mt-8">
        <summary className="py-1 text-link underline underline-offset-4">Which columns a file may have</summary>
        <div className="mt-4">
          <ColumnHelp columns={columnWords()} />
        </div>
      </details>
      <h2 className="mt-12 border-b-[3px] border-ink pb-3">What has been imported</h2>
      {imports.length > 0 && <ImportList imports={imports} />}
      {total === 0 && <p className="pt-4">Nothing has been imported yet.</p>}
      {total > 0 && imports.length === 0 && (
        <p className="pt-4">
          There is no such page. <a href={paths.imports}>Go to the first one</a>
        </p>
      )}
      <NumberedPages page={page} last={Math.ceil(total / importsPerPage)} to={paths.importsOn} />
    </EditorPage>
  );
}
