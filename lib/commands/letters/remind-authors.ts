import { db } from "#lib/data/db.ts";
import { oweLetter } from "#lib/data/letters/letters.ts";
import { listWaitingForAuthors } from "#lib/data/submissions/waiting.ts";
import { lockVersion } from "#lib/data/versions.ts";

/**
 * Writes once more to authors whom a submission waits for: to confirm their address, or to make the changes that were asked for.
 * Safe in several processes at once.
 *
 * @returns how many letters are owed
 */
export async function remindAuthors(now = new Date()): Promise<number> {
  let reminded = 0;
  for (const { id } of await listWaitingForAuthors(db, now)) if (await remind(id, now)) reminded++;
  return reminded;
}

/** Looks again under the lock: its author may have answered, or another process may have written already. */
async function remind(id: string, now: Date): Promise<boolean> {
  return db.$transaction(async (tx) => {
    if (!(await lockVersion(tx, id))) return false;
    const [waiting] = await listWaitingForAuthors(tx, now, id);
    if (!waiting) return false;
    const { kind, authorId: toId, eventId } = waiting;
    await oweLetter(tx, { kind, toId, eventId, now });
    return true;
  });
}
