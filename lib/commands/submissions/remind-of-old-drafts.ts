import { db } from "#lib/data/db.ts";
import { oweLetter } from "#lib/data/letters/letters.ts";
import { listSilentDrafts } from "#lib/data/submissions/old-drafts.ts";
import { lockVersion } from "#lib/data/versions.ts";
import { isReminderDue, silentSince } from "#lib/domain/workflow/old-drafts.ts";
import { draftDays } from "#lib/ops/env.ts";

/**
 * Writes to the authors of drafts that nobody has touched for a while: once in every silence, about each draft by itself.
 * Safe in several processes at once.
 */
export async function remindOfOldDrafts(now = new Date()): Promise<number> {
  const days = draftDays();
  const drafts = await listSilentDrafts(db, silentSince(days, now));
  let reminded = 0;
  for (const draft of drafts.filter((one) => isReminderDue(one, days, now)))
    if (await remind(draft.id, now)) reminded++;
  return reminded;
}

/** Looks again under the lock: its author may have touched it, or another process may have written already. */
async function remind(id: string, now: Date): Promise<boolean> {
  const days = draftDays();
  return db.$transaction(async (tx) => {
    if (!(await lockVersion(tx, id))) return false;
    const [draft] = await listSilentDrafts(tx, silentSince(days, now), id);
    if (!draft?.authorId || !isReminderDue(draft, days, now)) return false;
    await oweLetter(tx, { kind: "staleDraft", toId: draft.authorId, versionId: id, now });
    return true;
  });
}
