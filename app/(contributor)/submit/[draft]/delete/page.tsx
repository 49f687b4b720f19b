import { PrivatePage } from "#components/site/private-page.tsx";
import { DraftGone } from "#components/template/draft-gone.tsx";
import { DraftSent } from "#components/template/draft-sent.tsx";
import { findDraft, findTrackToken, titleOf } from "#lib/data/submissions/drafts.ts";
import { isUnsent } from "#lib/domain/workflow/states.ts";
import { paths } from "#lib/http/paths.ts";

/** Says what goes with a draft before it does. */
export default async function DeleteDraftPage({ params }: PageProps<"/submit/[draft]/delete">) {
  const token = (await params).draft;
  const draft = await findDraft(token);
  if (!draft) return <DraftGone />;
  if (!isUnsent(draft.state))
    return <DraftSent title={titleOf(draft)} trackToken={await findTrackToken(draft.versionId)} />;
  return (
    <PrivatePage title="Delete this draft?" caption={titleOf(draft) || "Your case study"}>
      <div className="prose">
        <p>
          Its words, files and history are deleted, and its link opens nothing any more. It cannot be brought back. A
          page that is published stays as it is, as does whatever else you have here.
        </p>
      </div>
      <form method="post" action={`${paths.draftDelete(token)}/confirm`} className="mt-8 flex flex-wrap gap-5">
        <button type="submit" className="button">
          Delete this draft
        </button>
        <a href={paths.draft(token)} className="self-center">
          Keep it
        </a>
      </form>
    </PrivatePage>
  );
}
