import { requireEditor } from "#lib/auth/guards.ts";
import { revokeFactCheck } from "#lib/commands/review/revoke-fact-check.ts";
import { seeOther } from "#lib/http/form.ts";
import { paths } from "#lib/http/paths.ts";

/** Takes back a question to somebody outside. Where it was answered first, the desk shows the answer. */
export async function POST(
  _request: Request,
  { params }: RouteContext<"/editor/review/[id]/fact-check/[check]/revoke">,
) {
  const editor = await requireEditor();
  const { id: versionId, check: id } = await params;
  await revokeFactCheck({ id, versionId, actor: editor });
  return seeOther(`${paths.review(versionId)}#fact-check`);
}
