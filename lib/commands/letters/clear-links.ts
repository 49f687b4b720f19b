import { db } from "#lib/data/db.ts";
import { daysLettersKept } from "#lib/domain/people/limits.ts";

const day = 24 * 60 * 60 * 1000;

/** The letters that carry nothing but a link somebody asked for. */
const kinds = ["mine", "erase", "signIn"];

/** Forgets links that have run out, and, a month later, that somebody was sent one. @returns how many rows there were */
export async function clearLinks(now = new Date()): Promise<number> {
  const links = await db.link.deleteMany({ where: { expiresAt: { lte: now } } });
  const before = new Date(now.getTime() - daysLettersKept * day);
  const letters = await db.letter.deleteMany({ where: { kind: { in: kinds }, queuedAt: { lte: before } } });
  return links.count + letters.count;
}
