import { db, type Queries } from "#lib/data/db.ts";
import { listOpenEnquiries, type OpenEnquiry } from "#lib/data/upkeep/due.ts";
import { lockVersion, type LockedVersion } from "#lib/data/versions.ts";
import { londonDay } from "#lib/domain/calendar/london-days.ts";
import { remindingDay, silentDay } from "#lib/domain/upkeep/enquiries.ts";
import { upkeepDays } from "#lib/ops/env.ts";

/**
 * Reminds those who were asked about published case studies and have not answered, once each, and doubts the contacts who stay
 * silent about a review. Safe in several processes at once.
 */
export async function pursueEnquiries(now = new Date()): Promise<{ reminded: number; doubted: number }> {
  const tally = { reminded: 0, doubted: 0 };
  for (const enquiry of await listOpenEnquiries(db)) {
    const step = stepDue(enquiry, now);
    if (step && (await take(step, enquiry, now))) tally[step]++;
  }
  return tally;
}

/** Days count from when letters left: nobody is silent who has had none. */
function stepDue({ askedAt, remindedAt, reminderLeftAt, contactId, ...enquiry }: OpenEnquiry, now: Date) {
  const today = londonDay(now);
  const asked = { ...enquiry, askedOn: londonDay(askedAt), remindedOn: reminderLeftAt && londonDay(reminderLeftAt) };
  if (!remindedAt) return remindingDay(asked) <= today ? "reminded" : null;
  const silent = silentDay(asked, upkeepDays());
  return contactId && silent && silent <= today ? "doubted" : null;
}

/** Looks again under the lock: they may have answered meanwhile, or another process may have written already. */
async function take(step: "reminded" | "doubted", { id, versionId }: OpenEnquiry, now: Date): Promise<boolean> {
  return db.$transaction(async (tx) => {
    const version = await lockVersion(tx, versionId);
    const [enquiry] = version ? await listOpenEnquiries(tx, id) : [];
    if (!version || !enquiry || stepDue(enquiry, now) !== step) return false;
    return step === "reminded" ? remind(tx, enquiry, version, now) : doubt(tx, enquiry, now);
  });
}

/** To whom the first letter went. A contact whose details were erased since gets nothing. */
async function remind(tx: Queries, { id, kind }: OpenEnquiry, version: LockedVersion, now: Date): Promise<boolean> {
  const first = await tx.letter.findFirst({ where: { enquiryId: id }, orderBy: { queuedAt: "desc" } });
  if (!first?.toId && !first?.address) return false;
  await tx.enquiry.update({ where: { id }, data: { remindedAt: now } });
  await tx.letter.create({
    data: {
      ...{ kind: kind === "review" ? "remindReview" : "remindFollowUp", enquiryId: id, versionId: version.id },
      ...{ toId: first.toId, address: first.address, queuedAt: now, dueAt: now },
    },
  });
  return true;
}

async function doubt(tx: Queries, { contactId }: OpenEnquiry, now: Date): Promise<boolean> {
  const { count } = await tx.contact.updateMany({
    where: { id: contactId ?? "", doubt: "" },
    data: { doubt: "silent", doubtedAt: now },
  });
  return count > 0;
}
