import { CollectionRows } from "#components/catalogue/collections/collection-rows.tsx";
import { Parts } from "#components/catalogue/parts.tsx";
import { ErrorSummary } from "#components/form/error-summary.tsx";
import { Field } from "#components/form/field.tsx";
import { TextBox } from "#components/form/text-box.tsx";
import { EditorPage } from "#components/review/editor-page.tsx";
import { counted } from "#components/ui/words.ts";
import { requireEditor } from "#lib/auth/guards.ts";
import { listForEditors } from "#lib/data/catalogue/collections/collections.ts";
import { digestOf } from "#lib/data/catalogue/digest.ts";
import { longestIntroduction, longestName } from "#lib/domain/catalogue/collection-form.ts";
import { paths } from "#lib/http/paths.ts";
import { errorsOf, findAnswer } from "../../answer.ts";
import { NotDone } from "../../outcome.tsx";

/** The collections in their order, and a form for a new one. */
export default async function CollectionsPage({ searchParams }: PageProps<"/editor/catalogue/collections">) {
  const editor = await requireEditor();
  const [answer, collections] = await Promise.all([
    findAnswer(paths.editCollections, await searchParams),
    listForEditors(),
  ]);
  const { typed, errors } = answer;
  return (
    <EditorPage
      title="Collections"
      section="catalogue"
      editor={editor}
      failed={Object.keys(errors).length > 0}
      done={answer.done}
    >
      <Parts now="collections" />
      <ErrorSummary errors={errorsOf(answer, ["name", "introduction"])} />
      <NotDone reasons={answer.notDone} />
      <h2 id="collections" className="border-b-[3px] border-ink pb-3">
        {counted(collections.length, "collection", "collections")}
      </h2>
      {collections.length > 0 ? (
        <CollectionRows collections={collections} basedOn={digestOf({ order: collections.map(({ id }) => id) })} />
      ) : (
        <p className="pt-4">There is none yet.</p>
      )}
      <h2 className="mt-12 mb-4 !text-h3">Add a collection</h2>
      <form method="post" action={`${paths.editCollections}/add`} noValidate>
        <Field id="name" label="Name" help="Its address is made of it." error={errors["name"]}>
          {(describedBy) => (
            <TextBox
              id="name"
              value={typed["name"] ?? ""}
              describedBy={describedBy}
              invalid={Boolean(errors["name"])}
              max={longestName}
            />
          )}
        </Field>
        <Field
          id="introduction"
          label="Introduction"
          help="Why these belong together, in a sentence or two. Plain text."
          error={errors["introduction"]}
          optional
        >
          {(describedBy) => (
            <TextBox
              id="introduction"
              value={typed["introduction"] ?? ""}
              lines={3}
              describedBy={describedBy}
              invalid={Boolean(errors["introduction"])}
              max={longestIntroduction}
            />
          )}
        </Field>
        <button type="submit" className="button">
          Add the collection
        </button>
      </form>
    </EditorPage>
  );
}
