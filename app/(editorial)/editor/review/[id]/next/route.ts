import { requireEditor } from "#lib/auth/guards.ts";
import { startNextVersion } from "#lib/commands/workflow/start-next-version.ts";
import { findDesk } from "#lib/data/review/desk.ts";
import { findDraftToken } from "#lib/data/submissions/drafts.ts";
import { seeOther } from "#lib/http/form.ts";
import { paths } from "#lib/http/paths.ts";

export async function POST(_request: Request, { params }: RouteContext<"/editor/review/[id]/next">) {
  const editor = await requireEditor();
  const { id } = await params;
  const desk = await findDesk(id);
  const started = desk && (await startNextVersion({ caseStudyId: desk.caseStudyId, actor: editor }));
  const token = started?.ok ? await findDraftToken(started.value.versionId) : null;
  if (token) return seeOther(paths.draft(token));
  const unpublished = started && !started.ok && started.reason === "wrong-state";
  return seeOther(paths.reviewNoted(id, unpublished ? "not-published" : "not-done"));
}
