import { z } from "zod";
import { requireEditor } from "#lib/auth/guards.ts";
import { settleSuggestion } from "#lib/commands/review/settle-suggestion.ts";
import { longestAnswer } from "#lib/domain/suggestion.ts";
import { parametersOf } from "#lib/domain/listing/parameters.ts";
import { charactersOrFewer, lengthOf } from "#lib/domain/template/text.ts";
import { fieldOf, readForm } from "#lib/http/form.ts";
import { readSuggestions, writeSuggestions } from "#lib/http/forms/suggestion-query.ts";
import { paths } from "#lib/http/paths.ts";
import { answerWith } from "../../answer.ts";

/** Settles a suggestion or a problem: whoever sent it hears what came of it, if they left an address. */
export async function POST(request: Request) {
  const actor = await requireEditor();
  const form = await readForm(request);
  const id = z.uuid().safeParse(fieldOf(form, "suggestion")).data ?? "";
  const answer = fieldOf(form, "answer");
  const typed = { about: id, answer };
  const search = writeSuggestions(readSuggestions(parametersOf(fieldOf(form, "search"))));
  const error = errorIn(answer);
  if (error) return answerWith(paths.suggestions, { typed, errors: { [`answer-${id}`]: error } }, search);

  const settled = id ? await settleSuggestion({ id, answer, actor }) : null;
  const outcome = settled?.ok
    ? { done: settled.value.told ? "It is settled. A letter with your answer is on its way." : "It is settled." }
    : { typed, notDone: ["It is no longer open: somebody has settled it already."] };
  return answerWith(paths.suggestions, outcome, search);
}

function errorIn(answer: string): string {
  if (!answer) return "Say what came of it";
  return lengthOf(answer) > longestAnswer ? `Use ${charactersOrFewer(longestAnswer)}` : "";
}
