import { londonTime, shownAt } from "../london-time.ts";

/** The month that London's calendars show: "2026-11". */
export const monthInLondon = (date: Date): string => shownAt(date)[0].slice(0, 7);

/** A month so many months later, or earlier. */
export function monthAfter(month: string, count: number): string {
  const [year = 0, number = 1] = month.split("-").map(Number);
  const months = year * 12 + number - 1 + count;
  return `${String(Math.floor(months / 12)).padStart(4, "0")}-${String((months % 12) + 1).padStart(2, "0")}`;
}

/** The months up to a date and with its own, the oldest first. */
export const monthsTo = (date: Date, count: number): string[] =>
  Array.from({ length: count }, (_, place) => monthAfter(monthInLondon(date), place - count + 1));

/**
 * The moment at which a month begins in London.
 *
 * @throws Error for what is no month
 */
export function startOfMonth(month: string): Date {
  const start = londonTime(`${month}-01`, "00:00");
  if (!start) throw new Error(`There is no month "${month}"`);
  return start;
}
