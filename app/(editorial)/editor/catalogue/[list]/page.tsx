import { KeptList } from "#components/catalogue/kept-list.tsx";
import { NameField, TermChoice } from "#components/catalogue/term-fields.tsx";
import { EditorPage } from "#components/review/editor-page.tsx";
import { MissingPage } from "#components/review/missing-page.tsx";
import { requireEditor } from "#lib/auth/guards.ts";
import { listKept } from "#lib/data/catalogue/planning/previews.ts";
import { listAt, listWords } from "#lib/domain/catalogue/words.ts";
import { paths } from "#lib/http/paths.ts";
import { findAnswer } from "../../answer.ts";
import { NotDone } from "../../outcome.tsx";
import { placesFor } from "./places.ts";

/** Topics in their tree, or support types in their row, for editors to keep. */
export default async function KeptListPage({ params, searchParams }: PageProps<"/editor/catalogue/[list]">) {
  const editor = await requireEditor();
  const { list: segment } = await params;
  const list = listAt(segment);
  if (!list) return <MissingPage editor={editor} />;

  const { one, title } = listWords[list];
  const [answer, rows] = await Promise.all([
    findAnswer(paths.catalogueList(segment), await searchParams),
    listKept(list),
  ]);
  const { change } = answer.typed;
  return (
    <EditorPage
      title={title}
      section="catalogue"
      editor={editor}
      caption={<a href={paths.catalogue}>Catalogue</a>}
      done={
        answer.done && (
          <>
            {answer.done} {change && <a href={paths.catalogueUndo(change)}>Undo it</a>}
          </>
        )
      }
    >
      <NotDone reasons={answer.notDone} />
      <p className="mb-8 max-w-prose">
        Choose one to rename, move, retire or merge it. You see what that changes before it is done, and can undo it.
      </p>
      <details className="mb-10 max-w-prose">
        <summary className="py-1 text-link underline underline-offset-4">Add a {one}</summary>
        <form method="get" action={paths.catalogueAdd(segment)} className="mt-4">
          <NameField label={`Name of the new ${one}`} value="" error={undefined} />
          {list === "topic" && (
            <TermChoice
              id="under"
              label="Where it lies"
              none="On the top level"
              choices={placesFor(rows)}
              chosen=""
              error={undefined}
            />
          )}
          <button type="submit" className="button">
            See what it adds
          </button>
        </form>
      </details>
      <h2 id="all" className="sr-only">
        All {title.toLowerCase()}
      </h2>
      <KeptList rows={rows} list={segment} labelledBy="all" />
    </EditorPage>
  );
}
