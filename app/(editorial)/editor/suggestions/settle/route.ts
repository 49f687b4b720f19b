import { z } from "zod";
import { requireEditor } from "#lib/auth/guards.ts";
import { settleSuggestion } from "#lib/commands/review/settle-suggestion.ts";
import { longestAnswer } from "#lib/domain/suggestion.ts";
import { lengthOf } from "#lib/domain/template/text.ts";
import { fieldOf, readForm } from "#lib/http/form.ts";
import { paths } from "#lib/http/paths.ts";
import { answerWith } from "../../answer.ts";

/** Settles a suggestion: whoever made it hears what came of it. */
export async function POST(request: Request) {
  const actor = await requireEditor();
  const form = await readForm(request);
  const id = z.uuid().safeParse(fieldOf(form, "suggestion")).data ?? "";
  const answer = fieldOf(form, "answer");
  const typed = { about: id, answer };
  const error = errorIn(answer);
  if (error) return answerWith(paths.suggestions, { typed, errors: { [`answer-${id}`]: error } });

  const settled = id ? await settleSuggestion({ id, answer, actor }) : null;
  if (settled?.ok)
    return answerWith(paths.suggestions, {
      done: settled.value.told ? "It is settled. A letter with your answer is on its way." : "It is settled.",
    });
  return answerWith(paths.suggestions, { typed, notDone: ["It is no longer open: somebody has settled it already."] });
}

function errorIn(answer: string): string {
  if (!answer) return "Say what came of it";
  return lengthOf(answer) > longestAnswer ? `Use ${longestAnswer} characters or fewer` : "";
}
