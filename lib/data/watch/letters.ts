import { primary } from "#lib/data/db.ts";
import { never } from "#lib/data/letters/letters.ts";

/** How the post does: what has not left yet and since when the oldest of it is owed, what was given up in vain or came back within a week, what left within a day. */
export interface Post {
  waiting: number;
  oldestSeconds: number;
  givenUp: number;
  sent: number;
}

/** Counts letters, never whom they go to. */
export async function countLetters(): Promise<Post> {
  const [row] = await primary.$queryRaw<[Post]>`
    select (count(*) filter (where "sentAt" is null and "dueAt" < ${never}))::int as "waiting",
           (count(*) filter (where "bounced" and ("sentAt" is not null or "dueAt" = ${never})))::int as "givenUp",
           (count(*) filter (where "sentAt" > now() - interval '1 day'))::int as "sent",
           coalesce(extract(epoch from now() - min("queuedAt") filter (where "sentAt" is null and "dueAt" < ${never})), 0)::float8 as "oldestSeconds"
      from "Letter" where "sentAt" is null or "sentAt" > now() - interval '7 days'`;
  return row;
}
