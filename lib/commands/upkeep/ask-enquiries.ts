import { randomUUID } from "node:crypto";
import { db, type Queries } from "#lib/data/db.ts";
import { hashOf, tokenOf } from "#lib/data/submissions/links.ts";
import { listFollowUpsToAsk, listReviewsToAsk, type DueEnquiry } from "#lib/data/upkeep/due.ts";
import { findRecipient } from "#lib/data/upkeep/recipients.ts";
import { lockVersion, type LockedVersion } from "#lib/data/versions.ts";
import { addDays, londonDay } from "#lib/domain/calendar/london-days.ts";
import { isAskingDue, latest } from "#lib/domain/upkeep/enquiries.ts";
import { upkeepDays } from "#lib/ops/env.ts";

/**
 * Asks whoever answers for published case studies whether they are still right, some weeks before the day of review, and one and
 * three years after publication what happened next. Each day is asked about once, however often this runs, and late where
 * nobody ran it on its day. Safe in several processes at once.
 *
 * @returns how many letters are owed
 */
export async function askEnquiries(now = new Date()): Promise<number> {
  const days = upkeepDays();
  const today = londonDay(now);
  const recent = { from: addDays(today, -latest), to: today };
  const due = [
    ...(await listReviewsToAsk(db, { from: addDays(recent.from, days.notice), to: addDays(today, days.notice) })),
    ...(await listFollowUpsToAsk(db, "oneYear", recent)),
    ...(await listFollowUpsToAsk(db, "threeYears", recent)),
  ];
  let asked = 0;
  for (const one of due.filter(({ kind, dueOn }) => isAskingDue(kind, dueOn, days, today)))
    if (await ask(one, now)) asked++;
  return asked;
}

/** Under the lock its version may be another, or its day; then the next run finds the new one. */
async function ask({ versionId, kind, dueOn }: DueEnquiry, now: Date): Promise<boolean> {
  return db.$transaction(async (tx) => {
    const version = await lockVersion(tx, versionId);
    if (version?.state !== "published") return false;
    if (kind === "review" && version.reviewBy?.getTime() !== dueOn.getTime()) return false;
    return startEnquiry(tx, { version, kind, dueOn, now });
  });
}

type NewEnquiry = Pick<DueEnquiry, "kind" | "dueOn"> & { version: LockedVersion; now: Date };

/**
 * Begins an enquiry and owes its letter. Where nobody is known to ask it is noted all the same, so that editors see it.
 *
 * @returns whether somebody is asked; false too where it had begun before
 */
export async function startEnquiry(tx: Queries, { version, kind, dueOn, now }: NewEnquiry): Promise<boolean> {
  const to = await findRecipient(tx, version);
  const id = randomUUID();
  const about = { caseStudyId: version.caseStudyId, versionId: version.id, kind, dueOn };
  const { count } = await tx.enquiry.createMany({
    data: [{ ...about, id, contactId: to?.contactId ?? null, tokenHash: hashOf(tokenOf(id)), askedAt: now }],
    skipDuplicates: true,
  });
  if (!count || !to) return false;
  await tx.letter.create({
    data: {
      ...{ kind: kind === "review" ? "askReview" : "askFollowUp", enquiryId: id, versionId: version.id },
      ...{ toId: to.toId, address: to.address, queuedAt: now, dueAt: now },
    },
  });
  return true;
}
