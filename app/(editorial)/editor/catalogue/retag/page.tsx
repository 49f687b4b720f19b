import { ErrorSummary } from "#components/form/error-summary.tsx";
import { EditorPage } from "#components/review/editor-page.tsx";
import { requireEditor } from "#lib/auth/guards.ts";
import { getNamedTerms } from "#lib/data/catalogue/terms/choices.ts";
import { paths } from "#lib/http/paths.ts";
import { errorsOf, findAnswer } from "../../answer.ts";
import { NotDone } from "../../outcome.tsx";
import { readAskedRetag } from "./asked.ts";
import { Choosing } from "./choosing.tsx";
import { Previewing } from "./previewing.tsx";

/** Topics and support types of many case studies at once: which, what, and what that comes to before it is done. */
export default async function RetagPage({ searchParams }: PageProps<"/editor/catalogue/retag">) {
  const editor = await requireEditor();
  const parameters = await searchParams;
  const [answer, terms, asked] = await Promise.all([
    findAnswer(paths.retag, parameters),
    getNamedTerms(),
    readAskedRetag(parameters),
  ]);
  const errors = errorsOf({ ...answer, errors: asked.errors }, ["address", "which", "tags"]);
  const previewed = asked.shown && errors.length === 0 ? asked.query : null;
  return (
    <EditorPage
      title={previewed ? "Retag: before it is done" : "Retag case studies"}
      section="catalogue"
      editor={editor}
      caption={<a href={paths.catalogue}>Catalogue</a>}
      failed={errors.length > 0}
    >
      <ErrorSummary errors={errors} />
      <NotDone reasons={answer.notDone} />
      {previewed ? (
        <Previewing asked={asked} query={previewed} terms={terms} />
      ) : (
        <Choosing asked={asked} terms={terms} />
      )}
    </EditorPage>
  );
}
