import { editorRoles } from "#lib/domain/workflow/decide.ts";
import { Prisma } from "#prisma/client/client.ts";
import { db, type Queries } from "#lib/data/db.ts";

/**
 * Whether editors may read a version "v": what was sent at any time, came from a file or is an editor's own. The rest is its author's
 * alone, which is what readers are told of drafts (keptAboutPeople).
 */
export const isForEditors = Prisma.sql`(
  v."state" <> 'draft' or v."imported"
  or v."authorId" in (select "id" from "Person" where "role"::text = any(${[...editorRoles]}))
  or exists (select from "Event" where "versionId" = v."id" and "kind" = 'submit'))`;

/** The ids among some versions' that editors may read. */
export async function pickForEditors(ids: readonly string[], queries: Queries = db): Promise<Set<string>> {
  const rows = await queries.$queryRaw<{ id: string }[]>`
    select v."id" from "Version" v where v."id" = any(${[...ids]}::uuid[]) and ${isForEditors}`;
  return new Set(rows.map(({ id }) => id));
}
