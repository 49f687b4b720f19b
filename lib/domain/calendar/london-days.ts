import { shownAt } from "../london-time.ts";

const day = 24 * 60 * 60 * 1000;
const written = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone: "Europe/London" });

/** "1 March 2027", the day that London's calendar shows at a moment. */
export const dayInWords = (at: Date): string => written.format(at);

/** The day that London's calendar shows at a moment, as midnight UTC: how the database keeps days. */
export const londonDay = (at: Date): Date => new Date(`${shownAt(at)[0]}T00:00:00Z`);

/** @param date a day as midnight UTC */
export const addDays = (date: Date, days: number): Date => new Date(date.getTime() + days * day);

/** The same day some years on; 28 February where the year has no 29th. @param date a day as midnight UTC */
export function addYears(date: Date, years: number): Date {
  const on = new Date(Date.UTC(date.getUTCFullYear() + years, date.getUTCMonth(), date.getUTCDate()));
  return on.getUTCMonth() === date.getUTCMonth() ? on : addDays(on, -on.getUTCDate());
}

/** The same day some months on, or the last day of that month where it is shorter. @param date a day as midnight UTC */
export function addMonths(date: Date, months: number): Date {
  const on = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months, date.getUTCDate()));
  return on.getUTCDate() === date.getUTCDate() ? on : addDays(on, -on.getUTCDate());
}
