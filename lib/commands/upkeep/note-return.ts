import { db } from "#lib/data/db.ts";
import { noteRefusal } from "../alerts/note-refusal.ts";

interface Returned {
  alertId: string | null;
  enquiryId: string | null;
}

/** Notes that a letter does not reach its reader: an alert ends after several, and the contact of a case study is doubted. */
export async function noteReturn({ alertId, enquiryId }: Returned, now: Date): Promise<void> {
  if (alertId) await noteRefusal(alertId);
  if (enquiryId) await doubtWhoWasAsked(enquiryId, now);
}

async function doubtWhoWasAsked(enquiryId: string, now: Date): Promise<void> {
  await db.$transaction(async (tx) => {
    const asked = await tx.enquiry.findUnique({ where: { id: enquiryId } });
    // Whoever has answered has had a letter; a later one that fails tells of a full mailbox.
    if (!asked || asked.answeredAt) return;
    await tx.enquiry.update({ where: { id: enquiryId }, data: { refusedAt: now } });
    if (!asked.contactId) return;
    await tx.contact.updateMany({
      where: { id: asked.contactId, doubt: { in: ["", "silent"] } },
      data: { doubt: "bounced", doubtedAt: now },
    });
  });
}
