import { Prisma } from "#prisma/client/client.ts";
import { db } from "#lib/data/db.ts";

/** What the report can show: the most searched, those without results, and those of which no result was opened. */
export const reports = ["most", "none", "unopened"] as const;
export type Report = (typeof reports)[number];

export interface SearchedWords {
  words: string;
  searches: number;
  clicks: number;
  /** How many results the last search had. */
  total: number;
}

const conditions: Record<Report, Prisma.Sql> = {
  most: Prisma.sql`true`,
  none: Prisma.sql`total = 0`,
  unopened: Prisma.sql`total > 0 and clicks = 0`,
};
const shown = 30;

/** What was looked for in the last days, whatever filters it had, the most often first. */
export async function listSearched(report: Report, days: number, now = new Date()): Promise<SearchedWords[]> {
  const since = new Date(now.getTime() - days * 86_400_000);
  return db.$queryRaw`
    select * from (
      select "words", sum("searches")::int as searches, sum("clicks")::int as clicks,
             (array_agg("total" order by "hour" desc, "searches" desc) filter (where "searches" > 0))[1] as total
        from "SearchLog" where "hour" >= ${since} group by "words") grouped
     where searches > 0 and ${conditions[report]} order by searches desc, "words" limit ${shown}`;
}
