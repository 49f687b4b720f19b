import { CouncilFields } from "#components/catalogue/councils/council-fields.tsx";
import { ErrorSummary } from "#components/form/error-summary.tsx";
import { EditorPage } from "#components/review/editor-page.tsx";
import { requireEditor } from "#lib/auth/guards.ts";
import { councilFields } from "#lib/domain/catalogue/councils/council-form.ts";
import { paths } from "#lib/http/paths.ts";
import { errorsOf, findAnswer } from "../../../answer.ts";
import { typedIn } from "../sent.ts";

/** A form for a council that is not in the list. */
export default async function AddCouncilPage({ searchParams }: PageProps<"/editor/catalogue/councils/add">) {
  const editor = await requireEditor();
  const answer = await findAnswer(paths.addCouncil, await searchParams);
  const errors = errorsOf(answer, councilFields);
  return (
    <EditorPage
      title="Add a council"
      section="catalogue"
      editor={editor}
      failed={errors.length > 0}
      caption={<a href={paths.editCouncils}>Councils</a>}
    >
      <ErrorSummary errors={errors} />
      <form method="post" action={`${paths.addCouncil}/save`} noValidate>
        <CouncilFields typed={typedIn((name) => answer.typed[name] ?? "")} errors={answer.errors} />
        <button type="submit" className="button">
          Add the council
        </button>
      </form>
    </EditorPage>
  );
}
