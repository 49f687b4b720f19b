import { Effects } from "#components/catalogue/effects.tsx";
import { ErrorSummary } from "#components/form/error-summary.tsx";
import { Field } from "#components/form/field.tsx";
import { TextBox } from "#components/form/text-box.tsx";
import { EditorPage } from "#components/review/editor-page.tsx";
import { MissingPage } from "#components/review/missing-page.tsx";
import { requireEditor } from "#lib/auth/guards.ts";
import { findForEditors, listHeld } from "#lib/data/catalogue/previews/collections.ts";
import { paths } from "#lib/http/paths.ts";
import { errorsOf, findAnswer } from "../../../../answer.ts";

/** Before a collection is retired: what goes with it, and where its readers could be sent. */
export default async function RetirePage({
  params,
  searchParams,
}: PageProps<"/editor/catalogue/collections/[id]/retire">) {
  const editor = await requireEditor();
  const [{ id }, asked] = await Promise.all([params, searchParams]);
  const collection = await findForEditors(id);
  if (!collection || collection.retiredAt) return <MissingPage editor={editor} />;

  const address = paths.retireCollection(id);
  const answer = await findAnswer(address, asked);
  const error = answer.errors["leadsTo"];
  return (
    <EditorPage
      title={`Retire ${collection.name}`}
      section="catalogue"
      editor={editor}
      failed={error !== undefined}
      caption={<a href={paths.editCollection(id)}>{collection.name}</a>}
    >
      <ErrorSummary errors={errorsOf(answer)} />
      <Effects affected={await listHeld(collection)} become="can no longer be found by it">
        <p>
          Its page, its filter and its place in the list of collections go. {paths.collection(collection.slug)} says
          that it is gone, or leads to where you choose. The case studies stay, and so does what it holds: you can bring
          it back.
        </p>
      </Effects>
      <form method="post" action={`${address}/save`} noValidate>
        <Field
          id="leadsTo"
          label="Where its readers go"
          help="The address of a page on this site, such as /topics/libraries. Without one they are told that it is gone."
          error={error}
          optional
        >
          {(describedBy) => (
            <TextBox
              id="leadsTo"
              value={answer.typed["leadsTo"] ?? ""}
              describedBy={describedBy}
              invalid={Boolean(error)}
              autoComplete="off"
            />
          )}
        </Field>
        <div className="flex flex-wrap items-center gap-x-6 gap-y-4">
          <button type="submit" className="button">
            Retire the collection
          </button>
          <a href={paths.editCollection(id)}>Back without doing it</a>
        </div>
      </form>
    </EditorPage>
  );
}
