import { requireEditor } from "#lib/auth/guards.ts";
import { mergeCouncil } from "#lib/commands/catalogue/councils/merge-council.ts";
import { fieldOf, readForm } from "#lib/http/form.ts";
import { paths } from "#lib/http/paths.ts";
import { answerWith } from "../../../../../answer.ts";
import { goneWords } from "../../../told.ts";

/** Lets another entry stand for a council. */
export async function POST(request: Request, { params }: RouteContext<"/editor/catalogue/councils/[id]/merge/save">) {
  const actor = await requireEditor();
  const { id } = await params;
  const form = await readForm(request);
  const [intoId, into] = [fieldOf(form, "intoId"), fieldOf(form, "into")];
  const merged = await mergeCouncil({ id, intoId, basedOn: fieldOf(form, "basedOn"), actor });
  if (merged.ok) return answerWith(paths.editCouncil(intoId), { done: `${into} stands for both now.` });
  if (merged.reason !== "changed") return answerWith(paths.editCouncils, { notDone: [goneWords] });
  const told = "Something that this changes has become different meanwhile. What would change now is below.";
  return answerWith(paths.mergeCouncil(id), { notDone: [told] }, `${new URLSearchParams({ into })}`);
}
