import { moveVersion } from "#lib/commands/workflow/move-version.ts";
import { findTracked } from "#lib/data/submissions/tracking.ts";
import { isWithAuthor } from "#lib/domain/workflow/states.ts";
import { seeOther } from "#lib/http/form.ts";
import { paths } from "#lib/http/paths.ts";

export async function POST(_request: Request, { params }: RouteContext<"/track/[token]/take-back">) {
  const token = (await params).token;
  const tracked = await findTracked(token);
  if (!tracked) return seeOther(paths.track(token));
  const { versionId: id, revision: basedOn } = tracked;
  const moved = await moveVersion({ id, basedOn, move: "takeBack", actor: { kind: "holder", versionId: id } });
  return seeOther(`${paths.track(token)}${moved.ok || isWithAuthor(tracked.state) ? "" : "?late"}`);
}
