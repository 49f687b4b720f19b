import { referenceEnd } from "#lib/domain/reference.ts";
import type { State } from "#lib/domain/workflow/states.ts";
import { Prisma } from "#prisma/client/client.ts";
import { db } from "#lib/data/db.ts";
import { factText } from "./fact-sql.ts";
import { isForEditors } from "./for-editors.ts";

/** A version that a reference number stands for. */
export interface Referred {
  id: string;
  title: string;
  state: State;
}

/** Whether a version's id is one that a reference number stands for, by what `referenceEnd` reads from it. */
export const isReferred = (versionId: Prisma.Sql, end: string): Prisma.Sql =>
  Prisma.sql`right(replace(${versionId}::text, '-', ''), ${end.length}::int) = ${end}`;

/** What a typed reference number stands for, in whatever state, the newest first. Null where it is none. */
export async function findReferred(typed: string): Promise<Referred[] | null> {
  const end = referenceEnd(typed);
  if (!end) return null;
  return db.$queryRaw<Referred[]>`
    select v."id", coalesce(${factText("title")}, '') as "title", v."state"
      from "Version" v join "Revision" r on r."versionId" = v."id" and r."number" = v."latestRevision"
     where ${isReferred(Prisma.sql`v."id"`, end)} and ${isForEditors}
     order by v."id" desc`;
}
