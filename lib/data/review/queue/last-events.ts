import type { EventKind } from "#lib/domain/workflow/moves.ts";
import type { State } from "#lib/domain/workflow/states.ts";
import { db } from "#lib/data/db.ts";
import { factText } from "../fact-sql.ts";
import { isForEditors } from "../for-editors.ts";
import { joinHolder } from "./parts.ts";

/** What a version has come to, for somebody who was overtaken. */
export interface LastEvent {
  title: string;
  state: State;
  kind: EventKind;
  at: Date;
  /** Who did it, with their name where there is one. Null for the site itself, and for somebody who was erased. */
  actorId: string | null;
  by: string;
  byAuthor: boolean;
  /** When its words were last changed. */
  revisedAt: Date;
  /** The name of whoever has it and still edits. */
  editor: string;
}

/** The newest line in the history of each version, by its id. What is gone is left out. */
export async function listLastEvents(ids: readonly string[]): Promise<Map<string, LastEvent>> {
  const rows = await db.$queryRaw<(LastEvent & { id: string })[]>`
    select v."id", coalesce(${factText("title")}, '') as "title", v."state", e."kind", e."at",
           e."actorId", coalesce(p."name", '') as "by", coalesce(e."actorId" = v."authorId", false) as "byAuthor",
           r."at" as "revisedAt", coalesce(a."name", '') as "editor"
      from "Version" v
      join "Revision" r on r."versionId" = v."id" and r."number" = v."latestRevision"
      join lateral (select * from "Event" where "versionId" = v."id" order by "at" desc, "id" desc limit 1) e on true
      left join "Person" p on p."id" = e."actorId"
      ${joinHolder}
     where v."id" = any(${[...ids]}::uuid[]) and ${isForEditors}`;
  return new Map(rows.map(({ id, ...row }) => [id, row]));
}
