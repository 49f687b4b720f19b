import { z } from "zod";
import { saveSynonym } from "#lib/commands/synonyms/save-synonym.ts";
import { requireEditor } from "#lib/auth/guards.ts";
import { readSynonyms } from "#lib/domain/search/synonyms.ts";
import { fieldOf, readForm } from "#lib/http/form.ts";
import { paths } from "#lib/http/paths.ts";
import { answerWith } from "../../answer.ts";

/** Keeps a set of words that mean the same; a failed search comes with the words it should have meant. */
export async function POST(request: Request) {
  const actor = await requireEditor();
  const form = await readForm(request);
  const id = z.uuid().safeParse(fieldOf(form, "id")).data;
  const words = [fieldOf(form, "with"), fieldOf(form, "words")].filter(Boolean).join(", ");
  const typed = { id: id ?? "", words };
  const refused = (message: string) =>
    answerWith(paths.synonyms, { typed, errors: { [`words-${id ?? "new"}`]: message } });

  const read = readSynonyms(words);
  if (!read.ok) return refused(read.reason);
  const saved = await saveSynonym({ id, words: read.value, actor });
  if (saved.ok) return answerWith(paths.synonyms, { done: `These mean the same now: ${saved.value.join(", ")}.` });
  if (saved.reason.why === "too-common")
    return refused(
      `Nearly every text has “${saved.reason.words.join("”, “")}”, so a search passes over it. Use other words`,
    );
  return answerWith(paths.synonyms, {
    typed: { words },
    notDone: ["The set is no longer there: somebody has removed or joined it."],
  });
}
