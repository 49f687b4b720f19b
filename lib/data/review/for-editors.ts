import { editorRoles } from "#lib/domain/workflow/decide.ts";
import { Prisma } from "#prisma/client/client.ts";
import { db, type Queries } from "#lib/data/db.ts";
import { findOwnFile, type Found, type ServedFile } from "#lib/data/files/files.ts";
import { isNamedInWords } from "#lib/data/naming.ts";

/**
 * Whether editors may read a version "v": what was sent at any time, came from a file, was brought back by an editor or begun by its
 * author as one. The rest is its author's alone, which is what readers are told of drafts (keptAboutPeople). Whoever merely types an
 * editor's address into the form has begun nothing.
 */
export const isForEditors = Prisma.sql`(
  v."state" <> 'draft' or v."imported"
  or exists (
    select from "Event" own left join "Person" beginner on beginner."id" = own."actorId"
     where own."versionId" = v."id"
       and (own."kind" in ('submit', 'restoreAsDraft')
            or own."kind" = 'start' and own."actorId" = v."authorId" and beginner."role"::text = any(${[...editorRoles]}))))`;

/** The ids among some versions' that editors may read. */
export async function listForEditors(ids: readonly string[], queries: Queries = db): Promise<Set<string>> {
  const rows = await queries.$queryRaw<{ id: string }[]>`
    select v."id" from "Version" v where v."id" = any(${[...ids]}::uuid[]) and ${isForEditors}`;
  return new Set(rows.map(({ id }) => id));
}

/** Whether editors may read one version. */
export const mayEditorsRead = async (id: string, queries: Queries = db): Promise<boolean> =>
  (await listForEditors([id], queries)).size > 0;

/**
 * A file of a case study, unless all that names it is words that editors may not read. What no words name yet was perhaps just
 * attached by one of them.
 */
export async function findFileForEditors(caseStudyId: string, id: string, width?: number): Promise<Found<ServedFile>> {
  const file = Prisma.sql`a`;
  const rows = await db.$queryRaw<unknown[]>`
    select 1 from "Attachment" a where a."id" = ${id}::uuid
       and (${isNamedInWords(file, isForEditors)} or not ${isNamedInWords(file)})`;
  return rows.length > 0 ? findOwnFile(caseStudyId, id, width) : null;
}
