import { db } from "#lib/data/db.ts";
import { endSessions } from "#lib/data/people/sessions.ts";

/** Signs somebody out on every device. */
export async function endEverySession({ personId }: { personId: string }): Promise<void> {
  await db.$transaction((tx) => endSessions(tx, personId));
}
