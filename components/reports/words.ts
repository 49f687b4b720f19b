import { counted, figure, listed, monthNamed } from "#components/ui/words.ts";
import { extremesOf, type Extremes } from "#lib/domain/reports/extremes.ts";

const short = new Intl.DateTimeFormat("en-GB", { month: "short", year: "numeric", timeZone: "Europe/London" });

/** "Nov 2026" from "2026-11". "Sept" is cut as the others are. */
export const shortMonth = (month: string): string =>
  short.format(new Date(`${month}-15T12:00:00Z`)).replace("Sept", "Sep");

/** The same where no line may end within it. */
export const unbrokenMonth = (month: string): string => shortMonth(month).replace(" ", "\u00a0");

/** What a chart of counts says. The last month is under way. */
export function countsInWords(months: readonly string[], values: readonly number[]): string {
  const extremes = extremesOf(values);
  if (!extremes) return "";
  const { highest, lowest, latest } = extremes;
  if (highest.value === lowest.value) return `${figure(highest.value)} in every month.`;
  const when = ({ places }: { places: readonly number[] }) => monthsNamed(places.map((place) => months[place] ?? ""));
  return plain(
    `Highest: ${figure(highest.value)} in ${when(highest)}. Lowest: ${figure(lowest.value)} in ${when(lowest)}. ` +
      `Latest: ${figure(latest.value)} in ${when(latest)}, which is not over.`,
  );
}

export interface DaysOfMonth {
  month: string;
  /** Null for a month without a decision. */
  median: number | null;
  ninetieth: number | null;
}

/** What the chart of days to a decision says. */
export function daysInWords(months: readonly DaysOfMonth[]): string {
  const half = extremesOf(months.map(({ median }) => median));
  const most = extremesOf(months.map(({ ninetieth }) => ninetieth));
  if (!half || !most) return "";
  const when = ({ places }: { places: readonly number[] }) =>
    monthsNamed(places.map((place) => months[place]?.month ?? ""));
  const between = ({ lowest, highest }: Extremes) =>
    lowest.value === highest.value
      ? `within ${days(lowest.value)} in every month that had a decision`
      : `within ${days(lowest.value)} at the quickest, in ${when(lowest)}, and within ${days(highest.value)} at the slowest, in ${when(highest)}`;
  const gaps = months.filter(({ median }) => median === null).map(({ month }) => month);
  return plain(
    `Half were decided ${between(half)}. Nine in ten were decided ${between(most)}. ` +
      `Latest, in ${when(half.latest)}: half within ${days(half.latest.value)}, nine in ten within ${days(most.latest.value)}. ` +
      (gaps.length ? `No decision in ${monthsNamed(gaps)}.` : "There was a decision in every month."),
  );
}

export interface Bar {
  name: string;
  value: number;
}

/** What a chart of bars says: all of it, and what most are. */
export function barsInWords(bars: readonly Bar[]): string {
  const highest = Math.max(...bars.map(({ value }) => value));
  const most = bars.filter(({ value }) => value === highest).map(({ name }) => inSentence(name));
  return plain(
    `${bars.map(({ name, value }) => `${name}: ${figure(value)}`).join("; ")}. The most: ${listed(most)}. ` +
      `All together: ${figure(bars.reduce((sum, { value }) => sum + value, 0))}.`,
  );
}

const days = (count: number) => counted(count, "day", "days");
const inSentence = (name: string) =>
  /^[A-Z][a-z]+ \d{4}$/.test(name) ? name : name.charAt(0).toLowerCase() + name.slice(1);

/** The first of some months, and how many others there are. */
function monthsNamed([first = "", ...others]: readonly string[]): string {
  const rest = others.length ? ` and ${counted(others.length, "other month", "other months")}` : "";
  return `${monthNamed(first)}${rest}`;
}

/** Nothing is broken into lines where it is only heard. */
const plain = (words: string) => words.replaceAll("\u00a0", " ");
