import { Effects } from "#components/catalogue/effects.tsx";
import { NameForm } from "#components/catalogue/name-form.tsx";
import { ErrorSummary } from "#components/form/error-summary.tsx";
import { EditorPage } from "#components/review/editor-page.tsx";
import { MissingPage } from "#components/review/missing-page.tsx";
import { requireEditor } from "#lib/auth/guards.ts";
import { digestOf } from "#lib/data/catalogue/digest.ts";
import { findForEditors, previewRename } from "#lib/data/catalogue/previews/collections.ts";
import { errorIn, nameTaken } from "#lib/domain/catalogue/collection-form.ts";
import { oneLine } from "#lib/domain/template/text.ts";
import { paths } from "#lib/http/paths.ts";
import { findAnswer } from "../../../../answer.ts";
import { NotDone } from "../../../../outcome.tsx";

/** A new name for a collection: what it changes is shown before it is given. */
export default async function RenamePage({
  params,
  searchParams,
}: PageProps<"/editor/catalogue/collections/[id]/rename">) {
  const editor = await requireEditor();
  const [{ id }, asked] = await Promise.all([params, searchParams]);
  const collection = await findForEditors(id);
  if (!collection || collection.retiredAt) return <MissingPage editor={editor} />;

  const address = paths.renameCollection(id);
  const answer = await findAnswer(address, asked);
  const given = asked["name"] === undefined ? null : oneLine([asked["name"]].flat()[0] ?? "");
  const plan = given ? await previewRename(id, collection, given) : null;
  const error =
    given === null
      ? undefined
      : (errorIn({ name: given, introduction: "" }).name ?? (plan?.taken ? nameTaken(given) : undefined));
  const leaves = given === collection.name ? "It has this name already" : undefined;
  const wrong = error ?? leaves;
  return (
    <EditorPage
      title="Rename a collection"
      section="catalogue"
      editor={editor}
      failed={wrong !== undefined}
      caption={<a href={paths.editCollection(id)}>{collection.name}</a>}
    >
      <ErrorSummary errors={wrong ? [{ field: "name", message: wrong }] : []} />
      <NotDone reasons={answer.notDone} />
      <NameForm address={address} value={given ?? collection.name} error={wrong} />
      {plan && !wrong && (
        <>
          <Effects affected={plan.affected} become="have another address to be filtered by" leading={plan.leading}>
            <p>
              “{collection.name}” becomes “{given}”, at {paths.collection(plan.slug)}.
            </p>
          </Effects>
          <form method="post" action={`${address}/save`}>
            <input type="hidden" name="name" value={given ?? ""} />
            <input type="hidden" name="basedOn" value={digestOf({ name: collection.name })} />
            <button type="submit" className="button">
              Rename the collection
            </button>
          </form>
        </>
      )}
    </EditorPage>
  );
}
