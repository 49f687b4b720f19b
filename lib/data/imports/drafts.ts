import { db } from "#lib/data/db.ts";
import { factText } from "#lib/data/review/fact-sql.ts";

/** A draft that came from a file and that nobody has sent yet. */
export interface ImportedDraft {
  id: string;
  title: string;
  /** Where its row comes from, and the newest import from there. */
  source: string;
  importId: string;
  /** In whose name it is: whoever imported it or began to finish it. */
  author: string;
  createdAt: Date;
}

export const draftsPerPage = 25;

const unfinished = { imported: true, state: "draft", importedRows: { some: {} } } as const;

/** How many drafts from files wait to be finished and sent. */
export const countImportedDrafts = (): Promise<number> => db.version.count({ where: unfinished });

/** Drafts from files that wait to be finished and sent, the oldest first, whether or not their reports are still kept. */
export async function listImportedDrafts(page: number): Promise<ImportedDraft[]> {
  return db.$queryRaw<ImportedDraft[]>`
    select v."id", coalesce(${factText("title")}, '') as "title", row."source", i."id" as "importId",
           coalesce(nullif(p."name", ''), p."email", '') as "author", v."createdAt"
      from "Version" v
      join "Revision" r on r."versionId" = v."id" and r."number" = v."latestRevision"
      join lateral (select "source" from "ImportedRow" where "versionId" = v."id" order by "at" desc limit 1) row on true
      join lateral (select "id" from "Import" where "source" = row."source" order by "createdAt" desc limit 1) i on true
      left join "Person" p on p."id" = v."authorId"
     where v."imported" and v."state" = 'draft'
     order by v."createdAt", v."id" limit ${draftsPerPage} offset ${(page - 1) * draftsPerPage}`;
}
