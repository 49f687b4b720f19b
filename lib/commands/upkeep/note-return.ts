import { lockAlert } from "#lib/data/alerts/alerts.ts";
import { db, type Queries } from "#lib/data/db.ts";
import { countRefusal } from "../alerts/count-refusals.ts";

interface Returned {
  alertId: string | null;
  enquiryId: string | null;
}

/** Notes that nobody has the mailbox of a letter any more: an alert ends after several, and the contact of a case study is doubted. */
export const noteReturn = (returned: Returned, now: Date): Promise<void> =>
  db.$transaction((tx) => doubtReader(tx, returned, now));

interface Failure {
  words: string;
  gone: boolean;
}

/**
 * Notes that a letter which had left came back: on the letter itself, for whoever waits for an answer to it, and what follows where its
 * mailbox is gone. Reports may come twice, and be read twice.
 *
 * @returns whether that was news
 */
export async function noteReport(id: string, { words, gone }: Failure, now: Date): Promise<boolean> {
  return db.$transaction(async (tx) => {
    const letter = await tx.letter.findUnique({ where: { id }, include: { alert: true } });
    if (!letter) return false;
    // Whoever ends an alert takes the letters after it as well.
    if (letter.alert) await lockAlert(tx, letter.alert);
    const noted = { bounced: true, refusal: words };
    const { count } = await tx.letter.updateMany({ where: { id, bounced: false }, data: noted });
    if (count && gone) await doubtReader(tx, letter, now);
    return count > 0;
  });
}

async function doubtReader(tx: Queries, { alertId, enquiryId }: Returned, now: Date): Promise<void> {
  if (alertId) await countRefusal(tx, alertId);
  if (enquiryId) await doubtWhoWasAsked(tx, enquiryId, now);
}

async function doubtWhoWasAsked(tx: Queries, enquiryId: string, now: Date): Promise<void> {
  const asked = await tx.enquiry.findUnique({ where: { id: enquiryId } });
  // Whoever has answered has had a letter; a later one that fails tells of a full mailbox.
  if (!asked || asked.answeredAt) return;
  await tx.enquiry.update({ where: { id: enquiryId }, data: { refusedAt: now } });
  if (!asked.contactId) return;
  await tx.contact.updateMany({
    where: { id: asked.contactId, doubt: { in: ["", "silent"] } },
    data: { doubt: "bounced", doubtedAt: now },
  });
}
