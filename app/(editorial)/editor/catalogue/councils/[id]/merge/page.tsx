import { Effects } from "#components/catalogue/effects.tsx";
import { ErrorSummary } from "#components/form/error-summary.tsx";
import { Field } from "#components/form/field.tsx";
import { TextBox } from "#components/form/text-box.tsx";
import { EditorPage } from "#components/review/editor-page.tsx";
import { MissingPage } from "#components/review/missing-page.tsx";
import { counted, listed } from "#components/ui/words.ts";
import { requireEditor } from "#lib/auth/guards.ts";
import { findSheet } from "#lib/data/catalogue/councils/council-sheet.ts";
import { previewMerge, type Merge } from "#lib/data/catalogue/previews/merge.ts";
import { listCouncilNames } from "#lib/data/directory/council-names.ts";
import { councilMeant, whichCouncil } from "#lib/domain/council-names.ts";
import { paths } from "#lib/http/paths.ts";
import { readText } from "#lib/http/read-text.ts";
import { findAnswer } from "../../../../answer.ts";
import { NotDone } from "../../../../outcome.tsx";

/** One entry of a council comes to be another of the same council: what follows it is shown first. */
export default async function MergePage({ params, searchParams }: PageProps<"/editor/catalogue/councils/[id]/merge">) {
  const editor = await requireEditor();
  const [{ id }, asked] = await Promise.all([params, searchParams]);
  const [council, councils, answer] = await Promise.all([
    findSheet(id),
    listCouncilNames(),
    findAnswer(paths.mergeCouncil(id), asked),
  ]);
  if (!council || council.mergedInto) return <MissingPage editor={editor} />;

  const typed = readText(asked["into"], 120);
  const intoId = councilMeant(typed, councils);
  const plan = intoId ? await previewMerge(id, intoId) : null;
  const error = errorFor(asked["into"] !== undefined, typed, plan, () => whichCouncil(typed, councils));
  return (
    <EditorPage
      title={`Merge ${council.name} into another entry`}
      section="catalogue"
      editor={editor}
      failed={error !== undefined}
      caption={<a href={paths.editCouncil(id)}>{council.name}</a>}
    >
      <ErrorSummary errors={error ? [{ field: "into", message: error }] : []} />
      <NotDone reasons={answer.notDone} />
      <p className="mb-8 max-w-prose">
        For two entries of one council. Where a council has been replaced by another,{" "}
        <a href={paths.endCouncil(id)}>end it</a> instead.
      </p>
      {plan?.ok && !error && <Plan id={id} plan={plan.value} />}
      <form method="get" action={paths.mergeCouncil(id)} noValidate>
        <Field id="into" label="The entry that stays" help="The name of the council." error={error}>
          {(describedBy) => (
            <TextBox id="into" value={typed} describedBy={describedBy} invalid={Boolean(error)} autoComplete="off" />
          )}
        </Field>
        <button type="submit" className="button">
          Show what changes
        </button>
      </form>
    </EditorPage>
  );
}

function errorFor(
  isSent: boolean,
  typed: string,
  plan: Awaited<ReturnType<typeof previewMerge>> | null,
  which: () => string,
): string | undefined {
  if (!isSent || plan?.ok) return undefined;
  if (!typed) return "Enter the entry that stays";
  return plan?.reason === "same" ? "Choose another entry: this is the one that would go" : which();
}

function Plan({ id, plan }: { id: string; plan: Merge }) {
  const { from, into, affected, leading, speakers, predecessors, successors } = plan;
  return (
    <>
      <Effects affected={affected} become={`come to name ${into.name}`} leading={leading}>
        <p>
          {into.name} comes to stand for {from.name}. {counted(speakers, "person comes", "people come")} to speak for it
          who {speakers === 1 ? "is" : "are"} confirmed for {from.name}, and whoever speaks for {into.name} may update
          these case studies.
        </p>
        {predecessors.length > 0 && <p>Before it come also {listed(predecessors)}.</p>}
        {successors.length > 0 && <p>After it come also {listed(successors)}.</p>}
      </Effects>
      <form method="post" action={`${paths.mergeCouncil(id)}/save`} className="mb-10">
        <input type="hidden" name="intoId" value={into.id} />
        <input type="hidden" name="into" value={into.name} />
        <input type="hidden" name="basedOn" value={plan.digest} />
        <button type="submit" className="button">
          Merge the two
        </button>
      </form>
    </>
  );
}
