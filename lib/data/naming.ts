import type { Queries } from "#lib/data/db.ts";
import { Prisma } from "#prisma/client/client.ts";

/** That the words of a revision "r" name a row by its id, whichever template asked for it: answers hold ids. */
export const wordsName = (row: Prisma.Sql): Prisma.Sql => Prisma.sql`strpos(r."answers"::text, ${row}."id"::text) > 0`;

/**
 * That any words of a case study name a row of it.
 *
 * @param row the row's name in the query, which has "id" and "caseStudyId"
 * @param which what the version "v" has to be besides
 */
export const isNamedInWords = (row: Prisma.Sql, which = Prisma.sql`true`): Prisma.Sql => Prisma.sql`
  exists (select 1 from "Revision" r join "Version" v on v."id" = r."versionId"
           where v."caseStudyId" = ${row}."caseStudyId" and ${which} and ${wordsName(row)})`;

/** Whether a contact is named by words of another version, whose contact it is as well. */
export async function isContactOfOthers(queries: Queries, id: string, versionId: string): Promise<boolean> {
  const others = Prisma.sql`v."id" <> ${versionId}::uuid`;
  const found = await queries.$queryRaw<unknown[]>`
    select 1 from "Contact" c where c."id" = ${id}::uuid and ${isNamedInWords(Prisma.sql`c`, others)}`;
  return found.length > 0;
}
