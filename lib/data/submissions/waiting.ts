import type { Queries } from "#lib/data/db.ts";
import { waitingDays, waitingDaysOver } from "#lib/domain/workflow/old-drafts.ts";

/** A submission that waits for its author, and what made it wait. */
interface Waiting {
  id: string;
  authorId: string;
  eventId: string;
  kind: "remindToConfirm" | "remindOfChanges";
}

/**
 * What has waited for its author for days without a word from them, and about which they were not written to again.
 *
 * @param id only this one, to look again once it is locked
 */
export const listWaitingForAuthors = (queries: Queries, now: Date, id: string | null = null): Promise<Waiting[]> =>
  queries.$queryRaw<Waiting[]>`
    with waiting as (
      select v."id", v."authorId", came."id" as "eventId",
             greatest(came."at", (select max(r."at") from "Revision" r where r."versionId" = v."id")) as "since",
             case when v."state" = 'unconfirmed' then 'remindToConfirm' else 'remindOfChanges' end as "kind",
             make_interval(days => case when v."state" = 'unconfirmed' then ${waitingDays.confirming}::int
                                        else ${waitingDays.changing}::int end) as "patience"
        from "Version" v
        cross join lateral (
          select e."id", e."at" from "Event" e where e."versionId" = v."id" and e."toState" = v."state"
             and e."fromState" is distinct from e."toState"
           order by e."at" desc limit 1) came
       where v."state" in ('unconfirmed', 'changes_requested') and v."authorId" is not null
         and (${id}::uuid is null or v."id" = ${id}::uuid))
    select "id", "authorId", "eventId", "kind" from waiting
     where "since" <= ${now}::timestamptz - "patience"
       and "since" > ${now}::timestamptz - "patience" - make_interval(days => ${waitingDaysOver}::int)
       and not exists (select 1 from "Letter" l where l."eventId" = waiting."eventId" and l."kind" = waiting."kind")
     order by "since", "id"`;
