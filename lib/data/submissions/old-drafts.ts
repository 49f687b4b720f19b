import { patienceDays } from "#lib/domain/letter-retries.ts";
import type { SilentDraft } from "#lib/domain/workflow/old-drafts.ts";
import type { Queries } from "#lib/data/db.ts";
import { never } from "#lib/data/letters/letters.ts";

type OldDraft = SilentDraft & { id: string };

/**
 * The drafts that nothing has happened to since a moment, the longest silence first: whoever is sent the link to one has all
 * the time that its letter promises. When a letter was given up is not noted: it
 * is taken to have been tried for as long as any is. Drafts that came from a file wait for the editors, however long.
 *
 * @param id only this one, to look again once it is locked
 */
export const listSilentDrafts = (queries: Queries, since: Date, id: string | null = null): Promise<OldDraft[]> =>
  queries.$queryRaw<OldDraft[]>`
    select draft.*, letter."queuedAt" as "remindedAt",
           coalesce(letter."sentAt",
                    case when letter."dueAt" >= ${never} then letter."queuedAt" + make_interval(days => ${patienceDays}::int) end) as "reachedAt"
      from (
        select v."id", v."authorId",
               greatest((select max(r."at") from "Revision" r where r."versionId" = v."id"),
                        (select max(e."at") from "Event" e where e."versionId" = v."id"),
                        (select max(l."queuedAt") from "Letter" l join "Event" e on e."id" = l."eventId"
                          where e."versionId" = v."id" and l."kind" = 'start')) as "touchedAt"
          from "Version" v where v."state" = 'draft' and not v."imported" and (${id}::uuid is null or v."id" = ${id}::uuid)) draft
      left join lateral (
        select l."queuedAt", l."sentAt", l."dueAt" from "Letter" l
         where l."versionId" = draft."id" and l."kind" = 'staleDraft' and l."toId" = draft."authorId"
         order by l."queuedAt" desc limit 1) letter on true
     where draft."touchedAt" <= ${since} order by draft."touchedAt", draft."id"`;
