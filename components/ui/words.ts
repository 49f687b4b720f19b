import { dayInWords } from "#lib/domain/calendar/london-days.ts";
import { monthInWords } from "#lib/domain/calendar/written-month.ts";

const shortDay = new Intl.DateTimeFormat("en-GB", { dateStyle: "medium", timeZone: "Europe/London" });
const month = new Intl.DateTimeFormat("en-GB", { month: "long", year: "numeric", timeZone: "Europe/London" });
const time = new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit", timeZone: "Europe/London" });
/** A date is read as one thing, so no line ends within it. */
const unbroken = (date: string) => date.replaceAll(" ", "\u00a0");
const number = new Intl.NumberFormat("en-GB");

/** "12 February 2024" */
export const longDate = (date: Date) => unbroken(dayInWords(date));
/** "12 Feb 2024", where there is little room. */
export const shortDate = (date: Date) => shortDay.format(date);
/** "10:42" */
export const timeOf = (date: Date) => time.format(date);
/** "February 2024" */
export const monthOf = (date: Date) => unbroken(month.format(date));
/** "February 2024" from "2024-02" */
export const monthNamed = (yearAndMonth: string) => unbroken(monthInWords(yearAndMonth));
/** "1,140". A small one is written as it is: a list of filters has more than a hundred. */
export const figure = (count: number) =>
  Number.isInteger(count) && count >= 0 && count < 1000 ? String(count) : number.format(count);
/** "1 case study", "211 case studies" */
export const counted = (count: number, one: string, many: string) => `${figure(count)} ${count === 1 ? one : many}`;
const [hourMs, dayMs] = [3_600_000, 86_400_000];
/** "3 days", "1 hour", "less than an hour": for how long something has lasted. */
export function lasting(since: Date, now: Date): string {
  const elapsed = now.getTime() - since.getTime();
  if (elapsed >= dayMs) return counted(Math.floor(elapsed / dayMs), "day", "days");
  return elapsed >= hourMs ? counted(Math.floor(elapsed / hourMs), "hour", "hours") : "less than an hour";
}
/** "a, b and c" */
export const listed = (items: readonly string[]) => new Intl.ListFormat("en-GB").format(items);
/** "a, b or c" */
export const oneOf = (items: readonly string[]) => new Intl.ListFormat("en-GB", { type: "disjunction" }).format(items);
/** "340 kB", "1.2 MB" */
export const fileSize = (bytes: number) =>
  bytes < 1_000_000
    ? `${figure(Math.max(1, Math.round(bytes / 1000)))} kB`
    : `${figure(Math.round(bytes / 100_000) / 10)} MB`;
/** "PDF" from "Report.pdf"; "file" where the name does not say. */
export const fileKind = (name: string) => /\.([a-z0-9]{1,5})$/i.exec(name)?.[1]?.toUpperCase() ?? "file";
/** The start of a long text, for where there is room for a few words. */
export const shortened = (text: string) => ([...text].length > 60 ? `${[...text].slice(0, 60).join("")}…` : text);
