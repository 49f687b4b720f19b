import type { SilentDraft } from "#lib/domain/workflow/old-drafts.ts";
import type { Queries } from "#lib/data/db.ts";

export type OldDraft = SilentDraft & { id: string };

/**
 * The drafts that nothing has happened to since a moment, the longest silence first.
 *
 * @param id only this one, to look again once it is locked
 */
export const listSilentDrafts = (queries: Queries, since: Date, id: string | null = null): Promise<OldDraft[]> =>
  queries.$queryRaw<OldDraft[]>`
    select * from (
      select v."id", v."authorId",
             greatest((select max(r."at") from "Revision" r where r."versionId" = v."id"),
                      (select max(e."at") from "Event" e where e."versionId" = v."id")) as "touchedAt",
             (select max(l."queuedAt") from "Letter" l
               where l."versionId" = v."id" and l."kind" = 'staleDraft' and l."toId" = v."authorId") as "remindedAt"
        from "Version" v where v."state" = 'draft' and (${id}::uuid is null or v."id" = ${id}::uuid)) draft
     where "touchedAt" <= ${since} order by "touchedAt", "id"`;
