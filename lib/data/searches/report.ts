import { Prisma } from "#prisma/client/client.ts";
import { db } from "#lib/data/db.ts";

/** What the report can show: the most searched, those without results, and those of which no result was opened. */
export const reports = ["most", "none", "unopened"] as const;
export type Report = (typeof reports)[number];

export interface SearchedWords {
  words: string;
  searches: number;
  clicks: number;
  /** How many results the words alone had when last looked for; null where they never were without filters. */
  total: number | null;
}

/** A word is not missing where a search for it found something, or where only its filters may have kept it away. */
const conditions: Record<Report, Prisma.Sql> = {
  most: Prisma.sql`true`,
  none: Prisma.sql`"most" = 0 and "total" = 0`,
  unopened: Prisma.sql`"most" > 0 and "clicks" = 0`,
};
const shown = 30;

/** Words and perhaps an order: a canonical query writes its words first, and what stands in them never has a bare "&". */
const alone = "^q=[^&]*(&sort=[a-z]+)?$";
/** Quotes and minus signs, which ask for less than their words do. */
const signs = "%22|%E2%80%9[CDE]|[=+]-";

/** What was looked for in the last days, with filters or without, the most often first. */
export async function listSearched(report: Report, days: number, now = new Date()): Promise<SearchedWords[]> {
  const since = new Date(now.getTime() - days * 86_400_000);
  return db.$queryRaw`
    select "words", "searches", "clicks", "total" from (
      select "words", sum("searches")::int as "searches", sum("clicks")::int as "clicks",
             max("total") filter (where "searches" > 0) as "most",
             (array_agg("total" order by "query" ~ ${signs}, "hour" desc, "searches" desc)
               filter (where "searches" > 0 and "query" ~ ${alone}))[1] as "total"
        from "SearchLog" where "hour" >= ${since} group by "words") grouped
     where "searches" > 0 and ${conditions[report]} order by "searches" desc, "words" limit ${shown}`;
}
