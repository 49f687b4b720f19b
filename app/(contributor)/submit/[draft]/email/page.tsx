import { ErrorSummary } from "#components/form/error-summary.tsx";
import { Field } from "#components/form/field.tsx";
import { TextBox } from "#components/form/text-box.tsx";
import { PrivatePage } from "#components/site/private-page.tsx";
import { DraftGone } from "#components/template/draft-gone.tsx";
import { findAttempt } from "#lib/data/submissions/attempts.ts";
import { findDraft } from "#lib/data/submissions/drafts.ts";
import { paths } from "#lib/http/paths.ts";
import { readText } from "#lib/http/read-text.ts";

export default async function EmailPage({ params, searchParams }: PageProps<"/submit/[draft]/email">) {
  const token = (await params).draft;
  const draft = await findDraft(token);
  if (!draft) return <DraftGone />;

  const address = paths.draftEmail(token);
  const attempt = await findAttempt(readText((await searchParams)["attempt"], 36), address);
  const error = attempt?.errors["email"];
  return (
    <PrivatePage title="Where can we send the link to your draft?" failed={Boolean(error)}>
      <ErrorSummary errors={error ? [{ field: "email", message: error }] : []} />
      <div className="prose mb-8">
        <p>
          You can close this at any time and go on later, on this computer or another. The link in our letter brings you
          back.
        </p>
        <p>
          We use your address only to write to you about this case study, as part of a public task. It is never shown.
          You can have it removed: see <a href={paths.privacy}>privacy</a>.
        </p>
      </div>
      <form method="post" action={`${address}/save`} noValidate>
        <Field id="email" label="Work e-mail address" error={error}>
          {(describedBy) => (
            <TextBox
              id="email"
              type="email"
              autoComplete="email"
              value={String(attempt?.typed["email"] ?? draft.authorEmail ?? "")}
              describedBy={describedBy}
              invalid={Boolean(error)}
            />
          )}
        </Field>
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
