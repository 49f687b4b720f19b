import { requireEditor } from "#lib/auth/guards.ts";
import { moveCollection } from "#lib/commands/catalogue/collections/move-collection.ts";
import { fieldOf, readForm } from "#lib/http/form.ts";
import { paths } from "#lib/http/paths.ts";
import { answerWith } from "../../../answer.ts";

/** Moves a collection by one place. */
export async function POST(request: Request) {
  const actor = await requireEditor();
  const form = await readForm(request);
  const how = fieldOf(form, "how") === "up" ? "up" : "down";
  const name = fieldOf(form, "name");
  const moved = await moveCollection({ id: fieldOf(form, "id"), how, basedOn: fieldOf(form, "basedOn"), actor });
  if (moved.ok) return answerWith(paths.editCollections, { done: `${name} is one place further ${how}.` });
  const reason =
    "Somebody has changed the order meanwhile. It is below as it is now: move it again if you still want to.";
  return answerWith(paths.editCollections, { notDone: [reason] });
}
