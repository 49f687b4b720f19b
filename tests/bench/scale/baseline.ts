import { Prisma } from "#prisma/client/client.ts";
import { db } from "#lib/data/db.ts";
import { groupKeys, type GroupKey } from "#lib/domain/listing/groups.ts";

const columns: Record<GroupKey, Prisma.Sql> = {
  topic: Prisma.sql`"topics"`,
  support: Prisma.sql`"support"`,
  collection: Prisma.sql`"collections"`,
  region: Prisma.sql`array["region"]`,
  council: Prisma.sql`array["councilSlug"]`,
  type: Prisma.sql`array["councilType"]`,
  outcome: Prisma.sql`array["outcome"]`,
  cost: Prisma.sql`array["cost"]`,
  evidence: Prisma.sql`array["evidence"]`,
};

/** What PostgreSQL does by itself: any of the words, ordered by ts_rank, with the same page, total and counts. */
export async function searchByRank(words: readonly string[]): Promise<number> {
  const options = groupKeys.map(
    (key) =>
      Prisma.sql`union all select ${key}, option, count(*)::int from matched, unnest(${columns[key]}) option where option is not null group by option`,
  );
  const rows = await db.$queryRaw<unknown[]>`
    with asked as (select to_tsquery('search.english', ${words.join(" | ")}) as query),
    matched as materialized (
      select l."caseStudyId", l."titleSort", l."publishedAt", l."topics", l."support", l."collections", l."region", l."councilSlug", l."councilType", l."outcome", l."cost", l."evidence",
             ts_rank(d.words, query) as "score"
        from asked, search.document d join "Listing" l using (number) where d.words @@ query)
    select 'total' as "key", null as "option", count(*)::int as "count" from matched
    union all (select 'page', "caseStudyId"::text, 0 from matched order by "score" desc, "publishedAt" desc, "caseStudyId" limit 10)
    ${Prisma.join(options, " ")}`;
  return rows.length;
}
