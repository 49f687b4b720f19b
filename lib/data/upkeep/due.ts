import type { EnquiryKind, FollowUpKind } from "#lib/domain/upkeep/enquiries.ts";
import { yearsOn } from "#lib/domain/upkeep/enquiries.ts";
import type { Queries } from "#lib/data/db.ts";

/** A published version about which a day comes up that nobody has been asked about. */
export interface DueEnquiry {
  versionId: string;
  kind: EnquiryKind;
  dueOn: Date;
}

interface Days {
  from: Date;
  to: Date;
}

/** The published versions whose day of review lies in a time and whose contact has not been asked about it. */
export const listReviewsToAsk = (queries: Queries, { from, to }: Days): Promise<DueEnquiry[]> =>
  queries.$queryRaw<DueEnquiry[]>`
    select v."id" as "versionId", 'review' as "kind", v."reviewBy" as "dueOn" from "Version" v
     where v."state" = 'published' and v."reviewBy" between ${from}::date and ${to}::date
       and not exists (select 1 from "Enquiry" e
                        where e."caseStudyId" = v."caseStudyId" and e."kind" = 'review' and e."dueOn" = v."reviewBy")
     order by v."reviewBy", v."id"`;

/** The published versions whose first publication lies so many years before a day in a time, and who have not been asked. */
export const listFollowUpsToAsk = (queries: Queries, kind: FollowUpKind, { from, to }: Days): Promise<DueEnquiry[]> =>
  queries.$queryRaw<DueEnquiry[]>`
    select due."versionId", ${kind} as "kind", due."dueOn" from (
      select v."id" as "versionId", v."caseStudyId",
             ((l."publishedAt" at time zone 'Europe/London')::date + make_interval(years => ${yearsOn[kind]}::int))::date as "dueOn"
        from "Listing" l join "Version" v on v."caseStudyId" = l."caseStudyId" and v."state" = 'published') due
     where due."dueOn" between ${from}::date and ${to}::date
       and not exists (select 1 from "Enquiry" e where e."caseStudyId" = due."caseStudyId" and e."kind" = ${kind})
     order by due."dueOn", due."versionId"`;

/** An enquiry that waits for an answer that would still matter. */
export interface OpenEnquiry {
  id: string;
  versionId: string;
  kind: EnquiryKind;
  dueOn: Date;
  /** When the letter that asks had left. */
  askedAt: Date;
  /** When a reminder was owed, and when it had left. */
  remindedAt: Date | null;
  reminderLeftAt: Date | null;
  contactId: string | null;
}

/**
 * The enquiries whose letter has left and that wait for an answer, with what is published now. A review waits as long as nobody has
 * found that version right meanwhile.
 *
 * @param id only this one, to look again once its case study is locked
 */
export const listOpenEnquiries = (queries: Queries, id: string | null = null): Promise<OpenEnquiry[]> =>
  queries.$queryRaw<OpenEnquiry[]>`
    select e."id", v."id" as "versionId", e."kind", e."dueOn", asked."at" as "askedAt", e."remindedAt",
           reminder."at" as "reminderLeftAt", e."contactId"
      from "Enquiry" e
      join "Version" v on v."caseStudyId" = e."caseStudyId" and v."state" = 'published'
      join lateral (select min(l."sentAt") as "at" from "Letter" l
                     where l."enquiryId" = e."id" and l."kind" in ('askReview', 'askFollowUp')) asked on asked."at" is not null
      left join lateral (select min(l."sentAt") as "at" from "Letter" l
                     where l."enquiryId" = e."id" and l."kind" in ('remindReview', 'remindFollowUp')) reminder on true
     where e."answeredAt" is null and e."refusedAt" is null and (e."kind" <> 'review' or (v."id" = e."versionId" and v."reviewBy" = e."dueOn"))
       and (${id}::uuid is null or e."id" = ${id}::uuid)
     order by asked."at", e."id"`;
