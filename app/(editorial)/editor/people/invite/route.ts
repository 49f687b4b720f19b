import { z } from "zod";
import { requireAdministrator } from "#lib/auth/guards.ts";
import { invitePerson } from "#lib/commands/staff/invite-person.ts";
import { charactersOrFewer, lengthOf } from "#lib/domain/template/text.ts";
import { editorRoles } from "#lib/domain/workflow/decide.ts";
import { fieldOf, readForm } from "#lib/http/form.ts";
import { paths } from "#lib/http/paths.ts";
import { readEmail } from "#lib/http/forms/read-email.ts";
import { answerWith } from "../../answer.ts";
import { refusalWords } from "../refusals.ts";

const longestName = 100;

/** Makes somebody an editor or an administrator. */
export async function POST(request: Request) {
  const actor = await requireAdministrator();
  const form = await readForm(request);
  const typed = { name: fieldOf(form, "name"), email: fieldOf(form, "email"), role: fieldOf(form, "role") };
  const email = readEmail(typed.email);
  const role = z.enum(editorRoles).safeParse(typed.role).data;
  const errors = {
    ...(!typed.name && { name: "Enter their name" }),
    ...(lengthOf(typed.name) > longestName && { name: `Use ${charactersOrFewer(longestName)}` }),
    ...(!email.ok && { email: typed.email ? email.reason : "Enter their work e-mail address" }),
    ...(!role && { role: "Choose a role" }),
  };
  if (!email.ok || !role || Object.keys(errors).length) return answerWith(paths.people, { typed, errors });

  const invited = await invitePerson({ email: email.value, name: typed.name, role, actor });
  if (!invited.ok) return answerWith(paths.people, { typed, errors: { email: refusalWords[invited.reason] } });
  return answerWith(paths.people, { done: `${typed.name} is invited. A letter says how to sign in.` });
}
