import { z } from "zod";
import { ConfirmForm } from "#components/catalogue/confirm-form.tsx";
import { Preview } from "#components/catalogue/preview.tsx";
import { EditorPage } from "#components/review/editor-page.tsx";
import { MissingPage } from "#components/review/missing-page.tsx";
import { counted, longDate, timeOf } from "#components/ui/words.ts";
import { requireEditor } from "#lib/auth/guards.ts";
import { findChange } from "#lib/data/catalogue/changes.ts";
import { previewUndo } from "#lib/data/catalogue/planning/undo-previews.ts";
import { saidBy } from "#lib/domain/catalogue/said.ts";
import { paths } from "#lib/http/paths.ts";
import { pageOf } from "../../[list]/page-of.ts";
import { whoever } from "../../whoever.ts";
import { notUndone } from "./not-undone.ts";
import { Restored } from "./restored.tsx";

/** A change before it is undone: what that puts back, or why it cannot be. */
export default async function UndoPage({ params }: PageProps<"/editor/catalogue/undo/[change]">) {
  const editor = await requireEditor();
  const id = z.uuid().safeParse((await params).change).data;
  const change = id ? await findChange(id) : null;
  if (!change) return <MissingPage editor={editor} />;

  const preview = change.undoneAt ? null : await previewUndo(change);
  return (
    <EditorPage
      title="Undo a change"
      section="catalogue"
      editor={editor}
      caption={<a href={paths.catalogue}>Catalogue</a>}
    >
      <p className="max-w-prose font-bold">{saidBy(change)}</p>
      <p className="max-w-prose text-soft">
        {longDate(change.at)}, {timeOf(change.at)}, by {whoever(change.actor)}
      </p>
      {!preview && <p className="mt-6 max-w-prose">{notUndone("undone-already")}</p>}
      {preview?.ok === false && <p className="mt-6 max-w-prose">{notUndone(preview.reason, change.subject)}</p>}
      {preview?.ok && preview.value.of === "plain" && <p className="mt-6">It puts back what was there before.</p>}
      {preview?.ok && preview.value.of === "collection" && (
        <p className="mt-6 max-w-prose">
          It deletes the collection for good, with its page
          {preview.value.held > 0 &&
            ` and what it says of ${counted(preview.value.held, "case study", "case studies")}`}
          . Its address says that there is no such page.{" "}
          <a href={paths.retireCollection(preview.value.id)}>Retire it</a> to take it from readers so that it can be
          brought back.
        </p>
      )}
      {preview?.ok && preview.value.of === "terms" && (
        <Preview plan={preview.value.plan} to={pageOf(preview.value.plan.list)} />
      )}
      {preview?.ok && preview.value.of === "caseStudies" && <Restored {...preview.value} />}
      {preview?.ok ? (
        <ConfirmForm
          action={`${paths.catalogueUndo(change.id)}/confirm`}
          fields={{}}
          verb="Undo it"
          back={paths.catalogue}
        />
      ) : (
        <p className="mt-6">
          <a href={paths.catalogue}>Back to the catalogue</a>
        </p>
      )}
    </EditorPage>
  );
}
