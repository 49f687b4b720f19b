import { ConfirmForm } from "#components/catalogue/confirm-form.tsx";
import { Preview } from "#components/catalogue/preview.tsx";
import { NameField, TermChoice } from "#components/catalogue/term-fields.tsx";
import { ErrorSummary } from "#components/form/error-summary.tsx";
import { EditorPage } from "#components/review/editor-page.tsx";
import { MissingPage } from "#components/review/missing-page.tsx";
import { requireEditor } from "#lib/auth/guards.ts";
import { listKept, previewWish } from "#lib/data/catalogue/planning/previews.ts";
import { listAt, listWords, refusedBecause } from "#lib/domain/catalogue/words.ts";
import { writeWish } from "#lib/http/forms/wish.ts";
import { paths } from "#lib/http/paths.ts";
import { readText } from "#lib/http/read-text.ts";
import { findAnswer } from "../../../answer.ts";
import { NotDone } from "../../../outcome.tsx";
import { pageOf } from "../page-of.ts";
import { placesFor } from "../places.ts";

/** A new topic or support type before it is added. */
export default async function AddPage({ params, searchParams }: PageProps<"/editor/catalogue/[list]/add">) {
  const editor = await requireEditor();
  const { list: segment } = await params;
  const list = listAt(segment);
  if (!list) return <MissingPage editor={editor} />;

  const asked = await searchParams;
  const { one, title } = listWords[list];
  const name = readText(asked["name"], 200);
  const under = list === "topic" ? readText(asked["under"], 100) : "";
  const wish = { do: "add", name, under: under || null } as const;
  const [answer, rows, preview] = await Promise.all([
    findAnswer(paths.catalogueAdd(segment), asked),
    listKept(list),
    previewWish(list, wish),
  ]);
  const message = preview.ok ? undefined : refusedBecause(preview.reason, list);
  const field = !preview.ok && preview.reason.why.startsWith("name") ? "name" : "under";
  const error = (of: string) => (field === of ? message : undefined);
  return (
    <EditorPage
      title={`Add a ${one}`}
      section="catalogue"
      editor={editor}
      caption={<a href={paths.catalogueList(segment)}>{title}</a>}
      failed={message !== undefined}
    >
      <ErrorSummary errors={message === undefined ? [] : [{ field, message }]} />
      <NotDone reasons={answer.notDone} />
      <form method="get" className="max-w-prose">
        <NameField label={`Name of the new ${one}`} value={name} error={error("name")} />
        {list === "topic" && (
          <TermChoice
            id="under"
            label="Where it lies"
            none="On the top level"
            choices={placesFor(rows)}
            chosen={under}
            error={error("under")}
          />
        )}
        <button type="submit" className={preview.ok ? "link-button" : "button"}>
          {preview.ok ? "See it again with what I changed" : "See what it adds"}
        </button>
      </form>
      {preview.ok && (
        <>
          <Preview plan={preview.value} to={pageOf(list)} />
          <ConfirmForm
            action={paths.catalogueWrite(segment)}
            fields={{ ...writeWish(wish), seen: preview.value.seen }}
            verb={`Add “${name}”`}
            back={paths.catalogueList(segment)}
          />
        </>
      )}
    </EditorPage>
  );
}
