import { db } from "#lib/data/db.ts";
import { removeFiles } from "#lib/data/files/files.ts";
import { removeAbandonedIntakes } from "#lib/data/files/intake/intake.ts";
import { removeOrphanedFiles, removeUnnamedAttachments } from "#lib/data/files/orphaned-files.ts";
import { forgetIdlePerson } from "#lib/data/people/people.ts";
import { listSilentDrafts } from "#lib/data/submissions/old-drafts.ts";
import { removeVersions } from "#lib/data/submissions/removal.ts";
import { lockVersion } from "#lib/data/versions.ts";
import { isDeletionDue, silentSince } from "#lib/domain/workflow/old-drafts.ts";
import { draftDays } from "#lib/ops/env.ts";
import { createLog, type Log } from "#lib/ops/log.ts";

const hour = 60 * 60 * 1000;

/**
 * Deletes the drafts whose time is up, each in a transaction of its own, then their files. Whoever dies in between leaves files
 * that no row names, which the next run removes. Safe in several processes at once.
 */
export async function deleteOldDrafts(now = new Date(), log = createLog()): Promise<number> {
  const days = draftDays();
  const drafts = await listSilentDrafts(db, silentSince(days, now));
  let deleted = 0;
  for (const draft of drafts.filter((one) => isDeletionDue(one, days, now)))
    if (await deleteOne(draft.id, now, log)) deleted++;
  await removeAbandonedIntakes(new Date(now.getTime() - hour));
  await removeUnnamedAttachments(now);
  await removeOrphanedFiles(new Date(now.getTime() - hour));
  return deleted;
}

/** One that cannot be deleted is noted in the log and does not keep the others. */
async function deleteOne(id: string, now: Date, log: Log): Promise<boolean> {
  try {
    const files = await removeDraft(id, now);
    await removeFiles(files ?? []);
    return files !== null;
  } catch (error) {
    log.error({ version: id, err: error }, "an old draft could not be deleted");
    return false;
  }
}

/** @returns the keys of its files, or null if somebody touched or deleted it first */
async function removeDraft(id: string, now: Date): Promise<string[] | null> {
  const days = draftDays();
  return db.$transaction(async (tx) => {
    if (!(await lockVersion(tx, id))) return null;
    const [draft] = await listSilentDrafts(tx, silentSince(days, now), id);
    if (!draft || !isDeletionDue(draft, days, now)) return null;
    const files = await removeVersions(tx, [id]);
    if (draft.authorId) await forgetIdlePerson(tx, draft.authorId);
    return files;
  });
}
