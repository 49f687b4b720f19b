import { requestErasure } from "#lib/commands/people/erasing/request-erasure.ts";
import { findTracked } from "#lib/data/submissions/tracking.ts";
import { forgetDraft } from "#lib/http/cookies.ts";
import { erasedAddress } from "#lib/http/erased.ts";
import { seeOther } from "#lib/http/form.ts";
import { paths } from "#lib/http/paths.ts";

/** Pressed twice, or with a link that opens nothing, it ends on the page that says so: nothing is claimed that was not done. */
export async function POST(_request: Request, { params }: RouteContext<"/track/[token]/erase/confirm">) {
  const token = (await params).token;
  const tracked = await findTracked(token);
  if (!tracked) return seeOther(paths.trackErase(token));

  const erased = await requestErasure({ versionId: tracked.versionId });
  if (!erased.ok) return seeOther(paths.trackErase(token));
  return seeOther(erasedAddress({ ...erased.value, letter: tracked.subject.authorId !== null }), forgetDraft());
}
