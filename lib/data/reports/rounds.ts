import { Prisma } from "#prisma/client/client.ts";

/**
 * When each version was sent, for the first time or after its author took it back, first published and first decided about, whichever
 * way: null for what has not happened. The one place that says what a decision is: what was imported was sent and decided elsewhere.
 * The whole history is read once.
 */
export const rounds = Prisma.sql`(
  select e."versionId",
         min(e."at") filter (where e."kind" = 'submit' and not v."imported" and e."at" >= coalesce(e."back", '-infinity')) as "sent",
         min(e."at") filter (where e."kind" = 'publish') as "published",
         min(e."at") filter (where e."kind" in ('publish', 'decline')) as "decided"
    from (select *, max("at") filter (where "kind" = 'takeBack') over (partition by "versionId") as "back"
            from "Event" where "kind" in ('submit', 'takeBack', 'publish', 'decline')) e
    join "Version" v on v."id" = e."versionId" group by e."versionId")`;

/** How many days passed from sending to the decision. Null where nobody sent it, as with what editors start themselves. */
export const daysToDecision = Prisma.sql`
  case when "decided" > "sent" then extract(epoch from "decided" - "sent") / 86400 end`;
