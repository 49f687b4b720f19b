import { CouncilFields } from "#components/catalogue/councils/council-fields.tsx";
import { Effects } from "#components/catalogue/effects.tsx";
import { ErrorSummary } from "#components/form/error-summary.tsx";
import { EditorPage } from "#components/review/editor-page.tsx";
import { MissingPage } from "#components/review/missing-page.tsx";
import { listed } from "#components/ui/words.ts";
import { requireEditor } from "#lib/auth/guards.ts";
import { planChange } from "#lib/commands/catalogue/councils/plan-change.ts";
import { findSheet } from "#lib/data/catalogue/councils/council-sheet.ts";
import { digestOf } from "#lib/data/catalogue/digest.ts";
import { councilPath, listMoved } from "#lib/data/catalogue/previews/councils.ts";
import { listCouncilNames } from "#lib/data/directory/council-names.ts";
import { councilFields, readCouncil } from "#lib/domain/catalogue/councils/council-form.ts";
import { paths } from "#lib/http/paths.ts";
import { findAnswer } from "../../../../answer.ts";
import { NotDone } from "../../../../outcome.tsx";
import { asTyped, typedIn } from "../../sent.ts";
import { clashes } from "../../told.ts";

/** What is said of a council: what a change comes to is shown before it is made. */
export default async function ChangePage({
  params,
  searchParams,
}: PageProps<"/editor/catalogue/councils/[id]/change">) {
  const editor = await requireEditor();
  const [{ id }, asked] = await Promise.all([params, searchParams]);
  const [sheet, councils, answer] = await Promise.all([
    findSheet(id),
    listCouncilNames(),
    findAnswer(paths.changeCouncil(id), asked),
  ]);
  const plan = await planChange(id, null);
  if (!sheet || !plan) return <MissingPage editor={editor} />;

  const nameOf = (one: string) => councils.find((council) => council.id === one)?.name ?? one;
  const isSent = asked["name"] !== undefined;
  const typed = isSent
    ? typedIn((name) => [asked[name] ?? ""].flat()[0]?.replaceAll("\0", "") ?? "")
    : asTyped(plan.now, nameOf);
  const read = isSent ? readCouncil(typed, councils) : { errors: {}, values: null };
  const next = read.values && (await planChange(id, read.values));
  const clash = next?.clash ? clashes[next.clash] : null;
  const errors: typeof read.errors = { ...read.errors, ...(clash && { [clash.field]: clash.message }) };
  const inOrder = councilFields.flatMap((field) => (errors[field] ? [{ field, message: errors[field] }] : []));
  const fits = next && !clash;
  return (
    <EditorPage
      title="Change a council"
      section="catalogue"
      editor={editor}
      failed={inOrder.length > 0}
      caption={<a href={paths.editCouncil(id)}>{sheet.name}</a>}
    >
      <ErrorSummary errors={inOrder} />
      <NotDone reasons={answer.notDone} />
      {fits && next.slug && (
        <>
          <Effects
            affected={sheet.affected}
            become="say something else of it"
            leading={await listMoved(id, sheet.slug, next.slug)}
          >
            {next.differences.length ? (
              <p>
                Different: {listed(next.differences)}. Its address {next.slug === sheet.slug ? "stays" : "becomes"}{" "}
                {councilPath(next.slug)}.
              </p>
            ) : (
              <p>Nothing is different from what stands there now.</p>
            )}
          </Effects>
          <form method="post" action={`${paths.changeCouncil(id)}/save`} className="mb-10">
            {councilFields.map((field) => (
              <input key={field} type="hidden" name={field} value={typed[field]} />
            ))}
            <input type="hidden" name="basedOn" value={digestOf({ ...plan.now })} />
            <button type="submit" className="button">
              Save the changes
            </button>
          </form>
        </>
      )}
      <form method="get" action={paths.changeCouncil(id)} noValidate>
        <CouncilFields typed={typed} errors={errors} />
        <button type="submit" className="button">
          Show what changes
        </button>
      </form>
    </EditorPage>
  );
}
