import { requestErasure } from "#lib/commands/people/erasing/request-erasure.ts";
import { findDraft } from "#lib/data/submissions/drafts.ts";
import { forgetDraft } from "#lib/http/cookies.ts";
import { erasedAddress } from "#lib/http/erased.ts";
import { seeOther } from "#lib/http/form.ts";
import { paths } from "#lib/http/paths.ts";

/** Pressed twice, or with a link that opens nothing, it ends on the page that says so: nothing is claimed that was not done. */
export async function POST(_request: Request, { params }: RouteContext<"/submit/[draft]/erase/confirm">) {
  const token = (await params).draft;
  const draft = await findDraft(token);
  if (!draft) return seeOther(paths.draftErase(token));

  const erased = await requestErasure({ versionId: draft.versionId });
  if (!erased.ok) return seeOther(paths.draftErase(token));
  return seeOther(erasedAddress({ ...erased.value, letter: draft.authorEmail !== null }), forgetDraft());
}
