import { db } from "#lib/data/db.ts";
import { factText } from "#lib/data/review/fact-sql.ts";

/** The titles of versions as they are written at present, by id. */
export async function findTitles(ids: readonly string[]): Promise<Map<string, string>> {
  const rows = await db.$queryRaw<{ id: string; title: string }[]>`
    select v."id", coalesce(${factText("title")}, '') as "title" from "Version" v
      join "Revision" r on r."versionId" = v."id" and r."number" = v."latestRevision"
     where v."id" = any(${[...ids]}::uuid[])`;
  return new Map(rows.map(({ id, title }) => [id, title]));
}
