import { requireEditor } from "#lib/auth/guards.ts";
import { confirmContributor } from "#lib/commands/contributors/confirm-contributor.ts";
import { listCouncilNames } from "#lib/data/directory/council-names.ts";
import { findByEmail } from "#lib/data/people/staff.ts";
import { councilMeant, whichCouncil } from "#lib/domain/council-names.ts";
import { fieldOf, readForm } from "#lib/http/form.ts";
import { paths } from "#lib/http/paths.ts";
import { answerWith } from "../../answer.ts";
import { refusalWords } from "../refusals.ts";

/** Confirms that somebody speaks for a council. */
export async function POST(request: Request) {
  const actor = await requireEditor();
  const form = await readForm(request);
  const typed = { contributor: fieldOf(form, "contributor"), council: fieldOf(form, "council") };
  const councils = await listCouncilNames();
  const councilId = councilMeant(typed.council, councils);
  const person = await findByEmail(typed.contributor);
  const errors = {
    ...(!typed.contributor && { contributor: "Enter their e-mail address" }),
    ...(typed.contributor && !person && { contributor: "Nobody with that address has sent anything here" }),
    ...(!councilId && { council: typed.council ? whichCouncil(typed.council, councils) : "Enter the council" }),
  };
  if (!person || !councilId) return answerWith(paths.people, { typed, errors });

  const confirmed = await confirmContributor({ personId: person.id, councilId, actor });
  if (!confirmed.ok) return answerWith(paths.people, { notDone: [refusalWords[confirmed.reason]] });
  const name = councils.find(({ id }) => id === councilId)?.name ?? "";
  return answerWith(paths.people, { done: `${typed.contributor} is confirmed for ${name}.` });
}
