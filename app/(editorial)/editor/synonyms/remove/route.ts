import { z } from "zod";
import { removeSynonym } from "#lib/commands/synonyms/remove-synonym.ts";
import { requireEditor } from "#lib/auth/guards.ts";
import { fieldOf, readForm } from "#lib/http/form.ts";
import { paths } from "#lib/http/paths.ts";
import { answerWith } from "../../answer.ts";

/** Forgets a set of words that mean the same. What was typed in its box is kept, so that it can be added again. */
export async function POST(request: Request) {
  const actor = await requireEditor();
  const form = await readForm(request);
  const id = z.uuid().safeParse(fieldOf(form, "id")).data;
  const removed = id ? await removeSynonym({ id, actor }) : null;
  const words = fieldOf(form, "words");
  if (removed?.ok) return answerWith(paths.synonyms, { done: `Removed: ${words}.`, typed: { words } });
  return answerWith(paths.synonyms, { notDone: ["The set is no longer there: somebody has removed or joined it."] });
}
