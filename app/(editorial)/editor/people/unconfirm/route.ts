import { z } from "zod";
import { requireEditor } from "#lib/auth/guards.ts";
import { unconfirmContributor } from "#lib/commands/contributors/unconfirm-contributor.ts";
import { fieldOf, readForm } from "#lib/http/form.ts";
import { paths } from "#lib/http/paths.ts";
import { answerWith } from "../../answer.ts";
import { refusalWords } from "../refusals.ts";

/** Takes back that somebody speaks for a council. */
export async function POST(request: Request) {
  const actor = await requireEditor();
  const form = await readForm(request);
  const personId = z.uuid().safeParse(fieldOf(form, "person")).data;
  if (!personId) return answerWith(paths.people, { notDone: [refusalWords["not-found"]] });
  const taken = await unconfirmContributor({ personId, councilId: fieldOf(form, "council"), actor });
  if (!taken.ok) return answerWith(paths.people, { notDone: [refusalWords[taken.reason]] });
  return answerWith(paths.people, { done: "They no longer speak for that council." });
}
