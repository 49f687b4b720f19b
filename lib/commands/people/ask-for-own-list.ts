import { db } from "#lib/data/db.ts";
import { oweLetter } from "#lib/data/letters/letters.ts";
import { lockPerson } from "#lib/data/people/people.ts";
import { spend } from "#lib/data/limits.ts";

/**
 * Sends the link to their own list to whoever has an e-mail address here, if only for alerts. Somebody we do not know is sent nothing,
 * and nothing in the outcome says which it was: who has a draft is nobody else's business. That is also why whoever
 * has had enough letters for now is sent no more without being told.
 */
export async function askForOwnList({ email, now = new Date() }: { email: string; now?: Date }): Promise<void> {
  const person = await db.person.findUnique({ where: { email: email.trim().toLowerCase() } });
  if (!person?.active) return;
  const asking = await spend("list", { email });
  if (!asking.ok) return;
  await db.$transaction(async (tx) => {
    if (!(await lockPerson(tx, person.id))) return;
    // One that was put off, or given up, would keep whoever asks waiting for hours or for ever.
    await tx.letter.deleteMany({ where: { kind: "mine", toId: person.id, sentAt: null } });
    await oweLetter(tx, { kind: "mine", toId: person.id, now });
  });
}
