import { removeSynonym } from "#lib/commands/synonyms/remove-synonym.ts";
import { requireEditor } from "#lib/auth/guards.ts";
import { inOneLine } from "#lib/domain/search/synonyms.ts";
import { readForm } from "#lib/http/form.ts";
import { readSent } from "../sent.ts";

/** Forgets a set of words that mean the same. What was typed in its box is kept, so that it can be added again. */
export async function POST(request: Request) {
  const actor = await requireEditor();
  const { id, basedOn, words, done, refused, gone } = readSent(await readForm(request));
  const removed = id ? await removeSynonym({ id, basedOn, actor }) : null;
  if (removed?.ok) return done(`Removed: ${words}.`, { words });
  if (removed?.reason.why === "changed") {
    const now = inOneLine(removed.reason.words);
    return refused(
      `Somebody has changed this set meanwhile: it is now ${now}. Remove it again if you still want to`,
      now,
    );
  }
  return gone("The set is no longer there: somebody has removed it, or joined it with another.");
}
