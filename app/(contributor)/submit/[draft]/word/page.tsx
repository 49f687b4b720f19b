import { ErrorSummary } from "#components/form/error-summary.tsx";
import { PrivatePage } from "#components/site/private-page.tsx";
import { DraftGone } from "#components/template/draft-gone.tsx";
import { DraftSent } from "#components/template/draft-sent.tsx";
import { UploadForm } from "#components/word/upload-form.tsx";
import { findAttempt } from "#lib/data/submissions/attempts.ts";
import { findDraft, findTrackToken, titleOf } from "#lib/data/submissions/drafts.ts";
import { isWithAuthor } from "#lib/domain/workflow/states.ts";
import { paths } from "#lib/http/paths.ts";
import { readText } from "#lib/http/read-text.ts";

/** Where a draft is filled from a file. */
export default async function DraftWordPage({ params, searchParams }: PageProps<"/submit/[draft]/word">) {
  const token = (await params).draft;
  const draft = await findDraft(token);
  if (!draft) return <DraftGone />;
  if (!isWithAuthor(draft.state))
    return <DraftSent title={titleOf(draft)} trackToken={await findTrackToken(draft.versionId)} />;
  const attempt = await findAttempt(readText((await searchParams)["attempt"], 36), paths.draftWord(token));
  const error = attempt?.errors["file"];
  return (
    <PrivatePage title="Fill it from a Word file" caption={titleOf(draft)} failed={Boolean(error)}>
      <ErrorSummary errors={error ? [{ field: "file", message: error }] : []} />
      <p className="mb-6 max-w-prose">
        <a href={paths.draftAsWord(token)}>Get this draft as a Word file</a>, go on with it in Word, and upload it here.
        What you have written in the form stays unless you choose otherwise.
      </p>
      <UploadForm action={`${paths.draftWord(token)}/read`} error={error} />
      <p className="mt-8">
        <a href={paths.draft(token)}>All sections</a>
      </p>
    </PrivatePage>
  );
}
