import { londonTime, shownAt } from "../london-time.ts";
import type { Frequency } from "./frequencies.ts";

const minute = 60_000;
const day = 24 * 60 * minute;
const hourOfLetters = "07:00";

/** What is published is dated before it can be seen. Letters leave out the last minutes, so that nothing slips in behind them. */
const marginMs = 5 * minute;

/**
 * Up to when the latest letters tell of what was published: shortly before seven in the morning in London, today or on the last
 * day that letters of that frequency left. It stays the same until the next ones are due, however often it is asked.
 */
export function latestClosing(frequency: Frequency, now: Date): Date {
  const [today, time] = shownAt(now);
  const back = frequency === "weekly" ? daysSinceMonday(today) : 0;
  const early = back === 0 && time < hourOfLetters;
  const due = londonTime(earlier(today, back + (early ? daysBetween[frequency] : 0)), hourOfLetters);
  // Clocks change at one and two in the morning: they always show seven.
  if (!due) throw new Error(`No clock in London shows ${hourOfLetters} on ${today}`);
  return new Date(due.getTime() - marginMs);
}

const daysBetween: Record<Frequency, number> = { daily: 1, weekly: 7 };

const daysSinceMonday = (date: string) => (new Date(`${date}T12:00:00Z`).getUTCDay() + 6) % 7;

const earlier = (date: string, days: number) =>
  new Date(Date.parse(`${date}T12:00:00Z`) - days * day).toISOString().slice(0, 10);
