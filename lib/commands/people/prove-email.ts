import type { Queries } from "#lib/data/db.ts";

/** Notes that somebody reads the mailbox of their address: nobody else can have followed the link that confirms. */
export async function proveEmail(tx: Queries, personId: string | null, now: Date) {
  if (personId)
    await tx.person.updateMany({ where: { id: personId, emailProvedAt: null }, data: { emailProvedAt: now } });
}
