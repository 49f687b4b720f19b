import { ErrorSummary } from "#components/form/error-summary.tsx";
import { EmailField } from "#components/form/email-field.tsx";
import { PrivacyNote } from "#components/privacy/privacy-note.tsx";
import { PrivatePage } from "#components/site/private-page.tsx";
import { DraftGone } from "#components/template/draft-gone.tsx";
import { DraftSent } from "#components/template/draft-sent.tsx";
import { findAttempt } from "#lib/data/submissions/attempts.ts";
import { findDraft, findTrackToken, titleOf } from "#lib/data/submissions/drafts.ts";
import { isWithAuthor } from "#lib/domain/workflow/states.ts";
import { paths } from "#lib/http/paths.ts";
import { readText } from "#lib/http/read-text.ts";

export default async function EmailPage({ params, searchParams }: PageProps<"/submit/[draft]/email">) {
  const token = (await params).draft;
  const draft = await findDraft(token);
  if (!draft) return <DraftGone />;
  if (!isWithAuthor(draft.state))
    return <DraftSent title={titleOf(draft)} trackToken={await findTrackToken(draft.versionId)} />;

  const address = paths.draftEmail(token);
  const attempt = await findAttempt(readText((await searchParams)["attempt"], 36), address);
  const error = attempt?.errors["email"];
  return (
    <PrivatePage title="Where can we send the link to your draft?" failed={Boolean(error)}>
      <ErrorSummary errors={error ? [{ field: "email", message: error }] : []} />
      <div className="prose mb-8">
        <p>
          You can close this at any time and go on later, on this computer or another. The link in our e-mail brings you
          back.
        </p>
      </div>
      <PrivacyNote about="submitter" />
      <form method="post" action={`${address}/save`} noValidate>
        <EmailField value={String(attempt?.typed["email"] ?? draft.authorEmail ?? "")} error={error} />
        <div className="flex flex-wrap gap-5">
          <button type="submit" className="button">
            Send me the link
          </button>
          <a href={paths.draft(token)} className="self-center">
            Not now
          </a>
        </div>
      </form>
    </PrivatePage>
  );
}
