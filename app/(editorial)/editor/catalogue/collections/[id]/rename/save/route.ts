import { requireEditor } from "#lib/auth/guards.ts";
import { changeCollection } from "#lib/commands/catalogue/collections/change-collection.ts";
import { errorIn } from "#lib/domain/catalogue/collection-form.ts";
import { oneLine } from "#lib/domain/template/text.ts";
import { fieldOf, readForm, seeOther } from "#lib/http/form.ts";
import { paths } from "#lib/http/paths.ts";
import { answerWith } from "../../../../../answer.ts";
import { goneWords } from "../../../gone.ts";

/** Gives a collection another name. */
export async function POST(
  request: Request,
  { params }: RouteContext<"/editor/catalogue/collections/[id]/rename/save">,
) {
  const actor = await requireEditor();
  const { id } = await params;
  const form = await readForm(request);
  const name = oneLine(fieldOf(form, "name"));
  const search = `${new URLSearchParams({ name })}`;
  if (errorIn({ name, introduction: "" }).name) return seeOther(`${paths.renameCollection(id)}?${search}`);

  const changed = await changeCollection({ id, values: { name }, basedOn: fieldOf(form, "basedOn"), actor });
  if (changed.ok) return answerWith(paths.editCollection(id), { done: `It is called ${name} now.` });
  const { reason } = changed;
  if (reason.why === "name-taken") return seeOther(`${paths.renameCollection(id)}?${search}`);
  if (reason.why !== "changed") return answerWith(paths.editCollections, { notDone: [goneWords] });
  const told = `Somebody has renamed it meanwhile: it is called “${reason.now.name}” now. What your name would change is below.`;
  return answerWith(paths.renameCollection(id), { notDone: [told] }, search);
}
