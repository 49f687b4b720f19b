import { Effects } from "#components/catalogue/effects.tsx";
import { ErrorSummary } from "#components/form/error-summary.tsx";
import { Field } from "#components/form/field.tsx";
import { TextBox } from "#components/form/text-box.tsx";
import { EditorPage } from "#components/review/editor-page.tsx";
import { MissingPage } from "#components/review/missing-page.tsx";
import { listed, longDate } from "#components/ui/words.ts";
import { requireEditor } from "#lib/auth/guards.ts";
import { findSheet } from "#lib/data/catalogue/councils/council-sheet.ts";
import { previewEnd } from "#lib/data/catalogue/previews/councils.ts";
import { listCouncilNames } from "#lib/data/directory/council-names.ts";
import { readEnd } from "#lib/domain/catalogue/councils/end-form.ts";
import { paths } from "#lib/http/paths.ts";
import { findAnswer } from "../../../../answer.ts";
import { NotDone } from "../../../../outcome.tsx";

/** A council ends at a reorganisation, alone or with others: what that comes to is shown first. */
export default async function EndPage({ params, searchParams }: PageProps<"/editor/catalogue/councils/[id]/end">) {
  const editor = await requireEditor();
  const [{ id }, asked] = await Promise.all([params, searchParams]);
  const [council, councils, answer] = await Promise.all([
    findSheet(id),
    listCouncilNames(),
    findAnswer(paths.endCouncil(id), asked),
  ]);
  if (!council || council.mergedInto) return <MissingPage editor={editor} />;

  const said = (name: string) => [asked[name] ?? ""].flat()[0]?.replaceAll("\0", "") ?? "";
  const typed = { day: said("day"), others: said("others"), successors: said("successors") };
  const { errors, values } = asked["day"] === undefined ? { errors: [], values: null } : readEnd(id, typed, councils);
  const errorOf = (field: string) => errors.find((error) => error.field === field)?.message;
  const nameOf = (one: string) => councils.find((entry) => entry.id === one)?.name ?? one;
  const preview = values && (await previewEnd(values.ids, values.successors));
  return (
    <EditorPage
      title={`End ${council.name}`}
      section="catalogue"
      editor={editor}
      failed={errors.length > 0}
      caption={<a href={paths.editCouncil(id)}>{council.name}</a>}
    >
      <ErrorSummary errors={errors} />
      <NotDone reasons={answer.notDone} />
      {values && preview && (
        <>
          <Effects affected={preview.affected} become="stay under the name they have">
            <p>
              {listed(values.ids.map(nameOf))} {values.ids.length === 1 ? "ends" : "end"} on{" "}
              {longDate(new Date(values.endedOn))}.{" "}
              {values.successors.length > 0
                ? `${listed(values.successors.map(nameOf))} ${values.successors.length === 1 ? "comes" : "come"} after, with these case studies on ${values.successors.length === 1 ? "its page" : "their pages"}.`
                : "Nothing comes after."}{" "}
              Forms offer {values.ids.length === 1 ? "it" : "them"} no longer. No address changes.
            </p>
          </Effects>
          <form method="post" action={`${paths.endCouncil(id)}/save`} className="mb-10">
            {Object.entries(typed).map(([name, value]) => (
              <input key={name} type="hidden" name={name} value={value} />
            ))}
            <input type="hidden" name="basedOn" value={preview.basedOn} />
            <button type="submit" className="button">
              End {values.ids.length === 1 ? "the council" : "the councils"}
            </button>
          </form>
        </>
      )}
      <form method="get" action={paths.endCouncil(id)} noValidate>
        <Field id="day" label="Last day" help="Such as 31 March 2027." error={errorOf("day")}>
          {(describedBy) => (
            <TextBox id="day" value={typed.day} describedBy={describedBy} invalid={Boolean(errorOf("day"))} />
          )}
        </Field>
        <Field
          id="others"
          label="Others that end with it"
          help="Where several become one. One council a line, by name."
          error={errorOf("others")}
          optional
        >
          {(describedBy) => (
            <TextBox
              {...{ id: "others", value: typed.others, lines: 3, describedBy, invalid: Boolean(errorOf("others")) }}
            />
          )}
        </Field>
        <Field
          id="successors"
          label="Councils after it"
          help="One a line, by name. A new one has to be added first."
          error={errorOf("successors")}
          optional
        >
          {(describedBy) => (
            <TextBox
              {...{ id: "successors", value: typed.successors, lines: 3, describedBy }}
              invalid={Boolean(errorOf("successors"))}
            />
          )}
        </Field>
        <button type="submit" className="button">
          Show what changes
        </button>
      </form>
    </EditorPage>
  );
}
