import type { TermList } from "#lib/domain/catalogue/terms.ts";
import { Prisma } from "#prisma/client/client.ts";
import type { Queries } from "#lib/data/db.ts";
import { factList } from "#lib/data/review/fact-sql.ts";

/** A published case study with what its words name of a list, and what it is put under beside them. */
export interface Tagged {
  caseStudyId: string;
  versionId: string;
  revision: number;
  slug: string;
  title: string;
  /** Ids as they were written. */
  ids: string[];
  leadId: string | null;
}

const fact = { topic: "topics", supportType: "supportTypes" } as const;

/**
 * What is published and names any of some ids, by title.
 *
 * @param slugs what the listing has for those ids at present: it finds them by an index
 */
export async function listTagged(tx: Queries, list: TermList, ids: readonly string[], slugs: readonly string[]) {
  if (!ids.length) return [];
  const [column, lead] =
    list === "topic"
      ? [Prisma.sql`l."topics"`, Prisma.sql`v."leadTopicId"`]
      : [Prisma.sql`l."support"`, Prisma.sql`v."leadSupportTypeId"`];
  const named = Prisma.sql`coalesce(${factList(fact[list])}, '[]'::jsonb)`;
  return tx.$queryRaw<Tagged[]>`
    select l."caseStudyId"::text, v."id"::text as "versionId", v."latestRevision" as "revision", l."slug", l."title",
           array(select jsonb_array_elements_text(${named})) as "ids", ${lead} as "leadId"
      from "Listing" l
      join "Version" v on v."caseStudyId" = l."caseStudyId" and v."state" = 'published'
      join "Revision" r on r."versionId" = v."id" and r."number" = v."latestRevision"
     where (${column} && ${[...slugs]}::text[] and ${named} ?| ${[...ids]}::text[]) or ${lead} = any(${[...ids]}::text[])
     order by l."titleSort", l."caseStudyId"`;
}

/** How many that are not published name any of some ids: drafts that somebody is writing, and what is with the editors. */
export async function countUnpublished(tx: Queries, list: TermList, ids: readonly string[]) {
  const [counted] = await tx.$queryRaw<{ drafts: number; submissions: number }[]>`
    select count(*) filter (where v."state" in ('draft', 'changes_requested'))::int as "drafts",
           count(*) filter (where v."state" not in ('draft', 'changes_requested'))::int as "submissions"
      from "Version" v
      join "Revision" r on r."versionId" = v."id" and r."number" = v."latestRevision"
     where v."state" not in ('published', 'withdrawn', 'superseded', 'declined', 'unpublished')
       and ${factList(fact[list])} ?| ${[...ids]}::text[]`;
  return counted ?? { drafts: 0, submissions: 0 };
}

/** How many published case studies stand under each slug of a list. */
export async function countUnder(tx: Queries, list: TermList): Promise<Map<string, number>> {
  const column = list === "topic" ? Prisma.sql`"topics"` : Prisma.sql`"support"`;
  const rows = await tx.$queryRaw<{ slug: string; count: number }[]>`
    select term as "slug", count(*)::int as "count" from "Listing", unnest(${column}) term group by term`;
  return new Map(rows.map(({ slug, count }) => [slug, count]));
}
