import { requireEditor } from "#lib/auth/guards.ts";
import { setLeadTerm } from "#lib/commands/directory/set-lead-term.ts";
import { findTermId } from "#lib/data/directory/catalogue.ts";
import { fieldOf, readForm, seeOther } from "#lib/http/form.ts";
import { paths } from "#lib/http/paths.ts";

export async function POST(request: Request, { params }: RouteContext<"/editor/review/[id]/lead-term">) {
  const editor = await requireEditor();
  const { id } = await params;
  const term = await findTermId(fieldOf(await readForm(request), "term"));
  const set = await setLeadTerm({ id, term, actor: editor });
  return seeOther(paths.reviewNoted(id, set.ok ? "lead-term" : "not-done"));
}
