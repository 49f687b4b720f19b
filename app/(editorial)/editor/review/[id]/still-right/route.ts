import { requireEditor } from "#lib/auth/guards.ts";
import { confirmReview } from "#lib/commands/directory/confirm-review.ts";
import { seeOther } from "#lib/http/form.ts";
import { paths } from "#lib/http/paths.ts";

export async function POST(_request: Request, { params }: RouteContext<"/editor/review/[id]/still-right">) {
  const editor = await requireEditor();
  const { id } = await params;
  const confirmed = await confirmReview({ id, actor: editor });
  if (confirmed.ok) return seeOther(paths.reviewNoted(id, "still-right"));
  return seeOther(paths.reviewNoted(id, confirmed.reason === "wrong-state" ? "not-published" : "not-done"));
}
