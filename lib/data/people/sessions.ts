import { db, type Queries } from "#lib/data/db.ts";
import { daysSignedIn } from "#lib/domain/people/limits.ts";

const day = 24 * 60 * 60 * 1000;

/** What is kept of somebody's second factor. Null before they began to set one up. */
export const findSecondFactor = (personId: string) => db.twoFactor.findUnique({ where: { userId: personId } });

/** Forgets somebody's second factor, who has lost it. @returns whether there was any */
export async function forgetSecondFactor(tx: Queries, personId: string): Promise<boolean> {
  const { count } = await tx.twoFactor.deleteMany({ where: { userId: personId } });
  await tx.person.updateMany({ where: { id: personId }, data: { twoFactorEnabled: false } });
  return count > 0;
}

/** Ends every session of somebody, on every device, and lets no link that was sent before begin another. */
export async function endSessions(tx: Queries, personId: string, now = new Date()): Promise<void> {
  await tx.session.deleteMany({ where: { userId: personId } });
  const waiting = { personId, purpose: "signIn", usedAt: null, revokedAt: null };
  await tx.link.updateMany({ where: waiting, data: { revokedAt: now } });
  await tx.letter.deleteMany({ where: { kind: "signIn", toId: personId, sentAt: null } });
}

/** Ends the sessions in which somebody has not come to a second factor. @returns how many there were */
export async function endHalfSessions(personId: string): Promise<number> {
  const { count } = await db.session.deleteMany({ where: { userId: personId, secondFactorAt: null } });
  return count;
}

/** Where somebody is signed in, newest first. */
export const listSessions = (personId: string, now = new Date()) =>
  db.session.findMany({
    where: { userId: personId, expiresAt: { gt: now }, secondFactorAt: { not: null } },
    orderBy: { createdAt: "desc" },
    select: { id: true, createdAt: true, updatedAt: true },
  });

/** Forgets sessions and unanswered questions to an identity provider that have run out. */
export async function clearSessions(now = new Date()): Promise<void> {
  const longest = { createdAt: { lt: new Date(now.getTime() - daysSignedIn * day) } };
  await db.session.deleteMany({ where: { OR: [{ expiresAt: { lt: now } }, longest] } });
  await db.verification.deleteMany({ where: { expiresAt: { lt: now } } });
}
