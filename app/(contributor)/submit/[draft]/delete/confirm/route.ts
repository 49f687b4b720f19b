import { deleteDraft } from "#lib/commands/people/erasing/delete-draft.ts";
import { findDraft } from "#lib/data/submissions/drafts.ts";
import { forgetDraft } from "#lib/http/cookies.ts";
import { seeOther } from "#lib/http/form.ts";
import { paths } from "#lib/http/paths.ts";

/** Pressed twice, or after it was sent, it ends on the page that says where the draft stands. */
export async function POST(_request: Request, { params }: RouteContext<"/submit/[draft]/delete/confirm">) {
  const token = (await params).draft;
  const draft = await findDraft(token);
  const deleted = draft && (await deleteDraft(draft.versionId));
  return deleted?.ok ? seeOther(`${paths.startDraft}?deleted`, forgetDraft()) : seeOther(paths.draftDelete(token));
}
