import { db } from "#lib/data/db.ts";

interface Visit {
  versionId: string;
  revision: number;
  personId: string;
  now?: Date;
}

/**
 * Notes that an editor has a version open, so that others are told, and what they saw, so that they can be shown what
 * has changed since. The same revision opened again does not count as seen before.
 */
export async function visitDesk({ versionId, revision, personId, now = new Date() }: Visit): Promise<void> {
  await db.$executeRaw`
    insert into "DeskVisit" ("versionId", "personId", "revision", "at")
         values (${versionId}::uuid, ${personId}::uuid, ${revision}, ${now})
    on conflict ("versionId", "personId") do update set
      "before" = case when "DeskVisit"."revision" < excluded."revision" then "DeskVisit"."revision" else "DeskVisit"."before" end,
      "revision" = greatest("DeskVisit"."revision", excluded."revision"), "at" = excluded."at"`;
}
