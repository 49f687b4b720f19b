import { requireEditor } from "#lib/auth/guards.ts";
import { changeCouncil } from "#lib/commands/catalogue/councils/change-council.ts";
import { listCouncilNames } from "#lib/data/directory/council-names.ts";
import { readCouncil } from "#lib/domain/catalogue/councils/council-form.ts";
import { fieldOf, readForm, seeOther } from "#lib/http/form.ts";
import { paths } from "#lib/http/paths.ts";
import { answerWith } from "../../../../../answer.ts";
import { typedIn } from "../../../sent.ts";
import { goneWords } from "../../../told.ts";

/** Changes what is said of a council. What cannot be kept goes back to its form, which says why. */
export async function POST(request: Request, { params }: RouteContext<"/editor/catalogue/councils/[id]/change/save">) {
  const actor = await requireEditor();
  const { id } = await params;
  const form = await readForm(request);
  const typed = typedIn((name) => fieldOf(form, name));
  const search = `${new URLSearchParams(typed)}`;
  const { values } = readCouncil(typed, await listCouncilNames());
  if (!values) return seeOther(`${paths.changeCouncil(id)}?${search}`);

  const changed = await changeCouncil({ id, values, basedOn: fieldOf(form, "basedOn"), actor });
  if (changed.ok) return answerWith(paths.editCouncil(id), { done: "The changes are saved." });
  const { why } = changed.reason;
  if (why === "gone" || why === "not-allowed") return answerWith(paths.editCouncils, { notDone: [goneWords] });
  if (why !== "changed") return seeOther(`${paths.changeCouncil(id)}?${search}`);
  const told =
    "Somebody has changed this council meanwhile. What yours would change of what stands there now is below.";
  return answerWith(paths.changeCouncil(id), { notDone: [told] }, search);
}
