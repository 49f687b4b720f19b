import { Prisma } from "#prisma/client/client.ts";
import { groupKeys, type GroupKey } from "#lib/domain/listing/groups.ts";
import { pageSize, type ListingQuery } from "#lib/domain/listing/query.ts";
import { db } from "#lib/data/db.ts";
import type { Interpreted } from "./interpret.ts";
import { columns, hits, matching, orders } from "./matched.ts";

/** For each group, how many case studies the query would return with that option alone in the group. */
export type Counts = Record<GroupKey, Map<string, number>>;

/** What a query finds. */
export interface Found {
  /** Ids of the case studies on the page asked for, in the query's order. */
  ids: string[];
  total: number;
  counts: Counts;
  /** How its words were understood; null where it has none. */
  interpreted: Interpreted | null;
}

/**
 * Answers a listing query from what is published: one page of ids, the total, and the count beside every option, all as of
 * one moment. An option's count ignores its own group's choices.
 *
 * @param size how many ids a page has
 */
export async function search(query: ListingQuery, size = pageSize): Promise<Found> {
  const { matched, interpreted } = await matching(query);
  const options = groupKeys.map(
    (key) => Prisma.sql`
      union all select ${key}, option, count(*)::int from matched, unnest(${columns[key]}) option where option is not null and ${hits(query, key)} group by option`,
  );
  const rows = await db.$queryRaw<{ key: GroupKey | "total" | "page"; option: string | null; count: number }[]>`
    with ${matched}
    select 'total' as "key", null as "option", count(*)::int as "count" from matched where ${hits(query)}
    union all (select 'page', "caseStudyId"::text, 0 from matched where ${hits(query)}
                order by ${orders[query.sort]} limit ${size} offset ${(query.page - 1) * size})
    ${Prisma.join(options, " ")}`;

  const counts = Object.fromEntries(groupKeys.map((key) => [key, new Map<string, number>()])) as Counts;
  for (const { key, option, count } of rows)
    if (key !== "total" && key !== "page" && option !== null) counts[key].set(option, count);
  return {
    ids: rows.flatMap(({ key, option }) => (key === "page" && option !== null ? option : [])),
    total: rows.find(({ key }) => key === "total")?.count ?? 0,
    counts,
    interpreted,
  };
}

/** One page of ids alone, for lists that show no counts. */
export async function searchIds(query: ListingQuery, size = pageSize): Promise<string[]> {
  const { matched } = await matching(query);
  const rows = await db.$queryRaw<{ id: string }[]>`
    with ${matched}
    select "caseStudyId"::text as "id" from matched where ${hits(query)}
     order by ${orders[query.sort]} limit ${size} offset ${(query.page - 1) * size}`;
  return rows.map(({ id }) => id);
}

/** How many case studies a query returns. */
export async function searchTotal(query: ListingQuery): Promise<number> {
  const { matched } = await matching(query);
  const [row] = await db.$queryRaw<{ total: number }[]>`
    with ${matched} select count(*)::int as "total" from matched where ${hits(query)}`;
  return row?.total ?? 0;
}
