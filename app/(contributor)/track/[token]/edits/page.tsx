import { ErrorSummary } from "#components/form/error-summary.tsx";
import { PrivatePage } from "#components/site/private-page.tsx";
import { DraftGone } from "#components/template/draft-gone.tsx";
import { TypedText } from "#components/template/typed-text.tsx";
import { getNamedTerms } from "#lib/data/catalogue/terms/choices.ts";
import { listCouncilNames } from "#lib/data/directory/council-names.ts";
import { findShownEdits, findToldEdits, getEditedWords } from "#lib/data/review/edits.ts";
import { findAttempt } from "#lib/data/submissions/attempts.ts";
import { findTracked } from "#lib/data/submissions/tracking.ts";
import { paths } from "#lib/http/paths.ts";
import { readText } from "#lib/http/read-text.ts";
import { AnswerForm } from "./answer-form.tsx";
import { Answered } from "./answered.tsx";
import { EditedText } from "./edited-text.tsx";
import { ToldEdits } from "./told-edits.tsx";

/** The edited text as it will be published, for the author who asked to see it first; before that, what an editor changed. */
export default async function EditsPage({ params, searchParams }: PageProps<"/track/[token]/edits">) {
  const token = (await params).token;
  const tracked = await findTracked(token);
  if (!tracked) return <DraftGone />;
  const edits = await findShownEdits(tracked.versionId);
  const attempt = await findAttempt(readText((await searchParams)["attempt"], 36), paths.trackEdits(token));
  const { title } = tracked;
  const revision = edits ? edits.revision : await findToldEdits(tracked.versionId);
  if (revision === null) {
    return (
      <PrivatePage title="There is no edited text to read" caption={title}>
        <p className="prose">
          An editor may have opened it again since you were written to, or it needs no answer any more.{" "}
          <a href={paths.track(token)}>See where it stands</a>
        </p>
        <TypedText typed={{ comments: attempt?.typed["comments"] }} />
      </PrivatePage>
    );
  }
  const [{ topic, support }, councils] = await Promise.all([getNamedTerms(), listCouncilNames()]);
  const names = { topics: topic, supportTypes: support, councils };
  const words = { ...(await getEditedWords(tracked.versionId, revision)), names };
  if (!edits) {
    const comments = attempt?.typed["comments"];
    return <ToldEdits tracked={tracked} words={words} path={paths.track(token)} comments={comments} />;
  }
  const errors = attempt?.errors ?? {};
  return (
    <PrivatePage title="Read the edited text" caption={title} failed={Object.keys(errors).length > 0}>
      <ErrorSummary errors={Object.entries(errors).map(([field, message]) => ({ field, message }))} />
      <Answered edits={edits} />
      <EditedText {...words} />
      {edits.approvedAt ? (
        <TypedText typed={{ comments: attempt?.typed["comments"] }} />
      ) : (
        <AnswerForm
          path={`${paths.trackEdits(token)}/answer`}
          basedOn={edits.revision}
          typed={attempt?.typed ?? {}}
          errors={errors}
        />
      )}
      <p className="mt-10">
        <a href={paths.track(token)}>See where it stands</a>
      </p>
    </PrivatePage>
  );
}
