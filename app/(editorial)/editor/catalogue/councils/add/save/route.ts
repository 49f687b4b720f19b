import { requireEditor } from "#lib/auth/guards.ts";
import { addCouncil } from "#lib/commands/catalogue/councils/add-council.ts";
import { listCouncilNames } from "#lib/data/directory/council-names.ts";
import { readCouncil } from "#lib/domain/catalogue/councils/council-form.ts";
import { fieldOf, readForm } from "#lib/http/form.ts";
import { paths } from "#lib/http/paths.ts";
import { answerWith } from "../../../../answer.ts";
import { typedIn } from "../../sent.ts";
import { clashes } from "../../told.ts";

/** Adds a council to the list. */
export async function POST(request: Request) {
  const actor = await requireEditor();
  const form = await readForm(request);
  const typed = typedIn((name) => fieldOf(form, name));
  const { errors, values } = readCouncil(typed, await listCouncilNames());
  if (!values) return answerWith(paths.addCouncil, { typed, errors });

  const added = await addCouncil({ values, actor });
  if (added.ok) return answerWith(paths.editCouncil(added.value.id), { done: `${values.name} is in the list.` });
  if (added.reason === "not-allowed") return answerWith(paths.addCouncil, { typed });
  const { field, message } = clashes[added.reason];
  return answerWith(paths.addCouncil, { typed, errors: { [field]: message } });
}
