import { randomUUID } from "node:crypto";
import { db } from "#lib/data/db.ts";
import { oweLetter } from "#lib/data/letters/letters.ts";
import { holdPersonAt } from "#lib/data/people/people.ts";
import { hashOf, tokenOf } from "#lib/data/submissions/links.ts";
import type { Frequency } from "#lib/domain/alerts/frequencies.ts";
import { filtersOf } from "#lib/domain/alerts/query.ts";
import type { ListingQuery } from "#lib/domain/listing/query.ts";

interface Request {
  query: ListingQuery;
  email: string;
  frequency: Frequency;
  now?: Date;
}

/**
 * Keeps an alert that is to be confirmed, and sends the letter that does. Asked for again by the same address, it stays one and the
 * letter goes again. Anybody may type anybody's address: what its owner has confirmed changes only by the link in the letter.
 */
export async function askForAlert({ query, email, frequency, now = new Date() }: Request): Promise<void> {
  const filters = filtersOf(query);
  await db.$transaction(async (tx) => {
    const { id: personId } = await holdPersonAt(tx, email);
    const known = await tx.alert.findUnique({ where: { personId_query: { personId, query: filters } } });
    const id = known?.id ?? randomUUID();
    if (!known) {
      const asked = { personId, query: filters, frequency, askedAt: now, lookedAt: now };
      await tx.alert.create({ data: { id, tokenHash: hashOf(tokenOf(id)), ...asked } });
    } else if (!known.confirmedAt) await tx.alert.update({ where: { id }, data: { frequency, askedAt: now } });
    await tx.letter.deleteMany({ where: { kind: "alert", alertId: id, sentAt: null } });
    await oweLetter(tx, { kind: "alert", toId: personId, alertId: id, now });
  });
}
