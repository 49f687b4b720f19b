import { requireEditor } from "#lib/auth/guards.ts";
import { addCollection } from "#lib/commands/catalogue/collections/add-collection.ts";
import { keepAttempt } from "#lib/data/submissions/attempts.ts";
import { errorIn, nameTaken } from "#lib/domain/catalogue/collection-form.ts";
import { oneLine, tidy } from "#lib/domain/template/text.ts";
import { fieldOf, readForm, seeOther } from "#lib/http/form.ts";
import { paths } from "#lib/http/paths.ts";
import { answerWith } from "../../../answer.ts";

/** Makes a collection, and leads to where it is filled. */
export async function POST(request: Request) {
  const actor = await requireEditor();
  const form = await readForm(request);
  const typed = { name: oneLine(fieldOf(form, "name")), introduction: tidy(fieldOf(form, "introduction")) };
  const errors = errorIn(typed);
  if (Object.keys(errors).length) return answerWith(paths.editCollections, { typed, errors });

  const added = await addCollection({ ...typed, actor });
  if (!added.ok) return answerWith(paths.editCollections, { typed, errors: { name: nameTaken(typed.name) } });
  const address = paths.editCollection(added.value.id);
  const done = `${typed.name} is a collection now. Put case studies into it.`;
  return seeOther(`${address}?attempt=${await keepAttempt(address, { typed: { done }, errors: {} })}`);
}
