import { saveSynonym } from "#lib/commands/synonyms/save-synonym.ts";
import { requireEditor } from "#lib/auth/guards.ts";
import { inOneLine, readSynonyms } from "#lib/domain/search/synonyms.ts";
import { readForm } from "#lib/http/form.ts";
import { readSent } from "../sent.ts";

/** Keeps a set of words that mean the same; a failed search comes with the words it should have meant. */
export async function POST(request: Request) {
  const actor = await requireEditor();
  const { id, basedOn, words, done, refused, gone } = readSent(await readForm(request));
  const read = readSynonyms(words);
  if (!read.ok) return refused(read.reason);

  const saved = await saveSynonym({ id, basedOn, words: read.value, actor });
  if (saved.ok) return done(`These mean the same now: ${inOneLine(saved.value)}.`);
  const { reason } = saved;
  if (reason.why === "too-common")
    return refused(`Nearly every text has “${reason.words.join("”, “")}”, so a search passes over it. Use other words`);
  if (reason.why === "changed") {
    const now = inOneLine(reason.words);
    return refused(
      `Somebody has changed this set meanwhile: it is now ${now}. Save again to put yours in its place`,
      now,
    );
  }
  return gone(
    "The set is no longer there: somebody has removed it, or joined it with another. What you typed is kept below as a new set: add it if it is still right.",
    { words },
  );
}
