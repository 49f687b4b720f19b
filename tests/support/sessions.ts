import { library } from "#lib/auth/library.ts";
import { db } from "#lib/data/db.ts";

/** A session of somebody's in the database of this test, as the cookie their browser sends. */
export async function cookieOf(personId: string, { secondFactor = true } = {}): Promise<string> {
  const { headers } = await library().api.startSession({
    body: { personId, secondFactorAt: secondFactor ? new Date() : null },
    returnHeaders: true,
  });
  return headers
    .getSetCookie()
    .map((line) => line.split(";", 1)[0])
    .join("; ");
}

/** The same, of a session in which nothing was done for too long. */
export async function expiredCookieOf(personId: string): Promise<string> {
  const cookie = await cookieOf(personId);
  await db.session.updateMany({ where: { userId: personId }, data: { expiresAt: new Date(Date.now() - 1000) } });
  return cookie;
}

/** The same, of a session that was used all the time for longer than any may last. */
export async function overlongCookieOf(personId: string): Promise<string> {
  const cookie = await cookieOf(personId);
  const begun = new Date(Date.now() - 8 * 24 * 60 * 60 * 1000);
  await db.session.updateMany({ where: { userId: personId }, data: { createdAt: begun } });
  return cookie;
}
