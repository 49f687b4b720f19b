import { answerEnquiry } from "#lib/commands/upkeep/answer-enquiry.ts";
import { startEnquiry } from "#lib/commands/upkeep/ask-enquiries.ts";
import { noteReturn } from "#lib/commands/upkeep/note-return.ts";
import { settleFollowUp } from "#lib/commands/upkeep/settle-follow-up.ts";
import { db } from "#lib/data/db.ts";
import { publicly } from "#lib/data/generation.ts";
import { tokenOf } from "#lib/data/submissions/links.ts";
import { lockVersion } from "#lib/data/versions.ts";
import { followUpDay, type EnquiryKind } from "#lib/domain/upkeep/enquiries.ts";
import { londonDay } from "#lib/domain/calendar/london-days.ts";
import type { Cast } from "./cast.ts";
import { daysBefore } from "./plan.ts";
import { must } from "./writing.ts";

const told = [
  {
    words:
      "It still runs. The second year cost a third less than the first, because the equipment was paid for, and about two in three of the people who came at first still come. We would now hire the coordinator before the launch and not after it.",
    published: true,
    days: 30,
  },
  {
    words:
      "The grant ended in March and the parish councils have taken it on, with fewer hours. The numbers held until the summer; we are watching them this winter.",
    published: false,
    days: 6,
  },
];

/** Has some councils say what happened next, one of which an editor has published, and the letters to two contacts fail. */
export async function gatherUpkeep(
  { told: aYearOld, asked: [bounced = "", wrong = ""] }: { told: readonly string[]; asked: readonly string[] },
  { editors: [actor] }: Cast,
): Promise<void> {
  for (const [index, caseStudyId] of aYearOld.entries()) {
    const { words, published, days } = told[index] ?? { words: "", published: false, days: 0 };
    const enquiryId = await ask(caseStudyId, "oneYear", daysBefore(days + 9));
    must(await answerEnquiry({ token: tokenOf(enquiryId), answer: "told", words, now: daysBefore(days) }));
    const { id } = await db.followUp.findUniqueOrThrow({ where: { enquiryId } });
    if (published) must(await settleFollowUp({ id, as: "published", text: words, actor, now: daysBefore(days - 2) }));
  }
  await noteReturn({ alertId: null, enquiryId: await ask(bounced, "review", daysBefore(20)) }, daysBefore(20));
  const enquiryId = await ask(wrong, "review", daysBefore(12));
  const words = "I moved to another council in spring. The culture team knows who does this now.";
  must(await answerEnquiry({ token: tokenOf(enquiryId), answer: "wrongPerson", words, now: daysBefore(10) }));
}

/** Asks whoever answers for a published case study. @returns the enquiry's id */
async function ask(caseStudyId: string, kind: EnquiryKind, now: Date): Promise<string> {
  const published = await db.version.findFirstOrThrow({ where: { caseStudyId, state: "published" } });
  const listing = await db.listing.findUniqueOrThrow({ where: { caseStudyId } });
  const dueOn =
    kind === "review" ? (published.reviewBy ?? londonDay(now)) : followUpDay(kind, londonDay(listing.publishedAt));
  await publicly(async (tx) => {
    const version = await lockVersion(tx, published.id);
    if (version) await startEnquiry(tx, { version, kind, dueOn, now });
  });
  const where = { caseStudyId_kind_dueOn: { caseStudyId, kind, dueOn } };
  return (await db.enquiry.findUniqueOrThrow({ where })).id;
}
