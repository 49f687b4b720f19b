import { monthsTo, startOfMonth } from "#lib/domain/reports/months.ts";
import { percentile, toldDays } from "#lib/domain/reports/percentiles.ts";
import { monthsBack } from "#lib/domain/reports/reports.ts";
import { db } from "#lib/data/db.ts";
import { daysToDecision, rounds } from "./rounds.ts";

/** What came in and went out in a month by London's calendar. */
export interface MonthReport {
  month: string;
  /** Versions that were sent for the first time, and that were published. */
  sent: number;
  published: number;
  /** How many of those that were sent were decided about, and within how many days half and nine in ten of them. */
  decisions: number;
  median: number | null;
  ninetieth: number | null;
}

interface FoundMonth {
  month: string;
  sent: number;
  published: number;
  days: number[];
}

/** The last two years by month, the oldest first, up to now. Months without anything are there too. */
export async function listMonths(now: Date): Promise<MonthReport[]> {
  const months = monthsTo(now, monthsBack);
  const since = startOfMonth(months[0] ?? "");
  const found = await db.$queryRaw<FoundMonth[]>`
    select to_char(step."at" at time zone 'Europe/London', 'YYYY-MM') as "month",
           count(*) filter (where step."kind" = 'sent')::int as "sent",
           count(*) filter (where step."kind" = 'published')::int as "published",
           coalesce(array_agg(step."days"::float8 order by step."days") filter (where step."days" is not null), '{}') as "days"
      from (select *, ${daysToDecision} as "days" from ${rounds} round) one
     cross join lateral (values ('sent', "sent", null), ('published', "published", null), ('decided', "decided", "days"))
           step("kind", "at", "days")
     where step."at" >= ${since} and step."at" <= ${now} group by 1`;
  const byMonth = new Map(found.map((row) => [row.month, row]));
  return months.map((month) => reportOf(byMonth.get(month) ?? { month, sent: 0, published: 0, days: [] }));
}

function reportOf({ month, sent, published, days }: FoundMonth): MonthReport {
  const told = (share: number) => {
    const value = percentile(days, share);
    return value === null ? null : toldDays(value);
  };
  return { month, sent, published, decisions: days.length, median: told(0.5), ninetieth: told(0.9) };
}
