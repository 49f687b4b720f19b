import { requireEditor } from "#lib/auth/guards.ts";
import { endCouncils } from "#lib/commands/catalogue/councils/end-councils.ts";
import { listCouncilNames } from "#lib/data/directory/council-names.ts";
import { readEnd } from "#lib/domain/catalogue/councils/end-form.ts";
import { fieldOf, readForm, seeOther } from "#lib/http/form.ts";
import { paths } from "#lib/http/paths.ts";
import { answerWith } from "../../../../../answer.ts";
import { goneWords } from "../../../told.ts";

/** Ends councils at a reorganisation. */
export async function POST(request: Request, { params }: RouteContext<"/editor/catalogue/councils/[id]/end/save">) {
  const actor = await requireEditor();
  const { id } = await params;
  const form = await readForm(request);
  const [day, others, successors] = ["day", "others", "successors"].map((name) => fieldOf(form, name));
  const typed = { day: day ?? "", others: others ?? "", successors: successors ?? "" };
  const search = `${new URLSearchParams(typed)}`;
  const { values } = readEnd(id, typed, await listCouncilNames());
  if (!values) return seeOther(`${paths.endCouncil(id)}?${search}`);

  const ended = await endCouncils({ ...values, basedOn: fieldOf(form, "basedOn"), actor });
  if (ended.ok)
    return answerWith(paths.editCouncil(id), { done: `The end of ${ended.value.names.join(", ")} is noted.` });
  if (ended.reason === "gone" || ended.reason === "not-allowed")
    return answerWith(paths.editCouncils, { notDone: [goneWords] });
  const told =
    ended.reason === "circle"
      ? "A council cannot come before and after itself, over any number of others. Check what comes after."
      : "Somebody has changed one of these councils meanwhile. What would change now is below.";
  return answerWith(paths.endCouncil(id), { notDone: [told] }, search);
}
