import { quietMonths } from "#lib/domain/reports/reports.ts";
import { db } from "#lib/data/db.ts";

/** A topic for which nothing new has come for long. */
export interface QuietTopic {
  slug: string;
  name: string;
  /** The name of the topic it lies within, "" for none. */
  parent: string;
  /** How many case studies it has, with those of the topics within it. */
  total: number;
  /** When the newest of them was first published. Null for none at all. */
  newest: Date | null;
}

/** The topics without a new case study for a year, in the order of their tree. What is within a topic counts for it too. */
export const listQuietTopics = (now: Date): Promise<QuietTopic[]> =>
  db.$queryRaw<QuietTopic[]>`
    with counted as (
      select topic as "slug", count(*)::int as "total", max(l."publishedAt") as "newest"
        from "Listing" l cross join unnest(l."topics") topic group by 1)
    select t."slug", t."name", coalesce(p."name", '') as "parent", coalesce(c."total", 0) as "total", c."newest"
      from "Topic" t
      left join "Topic" p on p."id" = t."parentId"
      left join counted c on c."slug" = t."slug"
     where t."retiredAt" is null and t."mergedIntoId" is null
       and (c."newest" is null or c."newest" < ${now}::timestamptz - make_interval(months => ${quietMonths}::int))
     order by coalesce(p."position", t."position"), coalesce(p."id", t."id"), p."id" is not null, t."position"`;
