import { londonDay } from "#lib/domain/calendar/london-days.ts";
import { monthAfter, monthInLondon } from "#lib/domain/reports/months.ts";
import { monthsAhead } from "#lib/domain/reports/reports.ts";
import { db } from "#lib/data/db.ts";
import { findTitles } from "./titles.ts";

export interface ReviewsDue {
  overdue: number;
  /** The one that is overdue for longest. */
  oldest: { id: string; title: string; reviewBy: Date } | null;
  /** What falls due in what is left of this month, and in the months after it. */
  months: { month: string; due: number }[];
}

/** How many published case studies are to be looked at again: now, and in each of the coming months. */
export async function countReviewsDue(now: Date): Promise<ReviewsDue> {
  const present = monthInLondon(now);
  const months = Array.from({ length: monthsAhead + 1 }, (_, place) => monthAfter(present, place));
  const end = new Date(`${monthAfter(present, monthsAhead + 1)}-01`);
  const found = await db.$queryRaw<{ month: string | null; count: number; id: string; reviewBy: Date }[]>`
    select "month", count(*)::int as "count", min("reviewBy") as "reviewBy", (array_agg("id"::text order by "reviewBy", "id"))[1] as "id"
      from (select v."id", v."reviewBy",
                   case when v."overdue" or v."reviewBy" < ${londonDay(now)}::date then null else to_char(v."reviewBy", 'YYYY-MM') end as "month"
              from "Version" v where v."state" = 'published' and v."reviewBy" < ${end}::date) due
     group by 1`;
  const overdue = found.find(({ month }) => month === null);
  return {
    overdue: overdue?.count ?? 0,
    oldest: overdue ? { ...overdue, title: (await findTitles([overdue.id])).get(overdue.id) ?? "" } : null,
    months: months.map((month) => ({ month, due: found.find((row) => row.month === month)?.count ?? 0 })),
  };
}
