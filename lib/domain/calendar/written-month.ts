import { yearAndMonth } from "../template/text.ts";

/** Which end of a span of months: a year alone is its January at one and its December at the other. */
export type End = "from" | "to";

const names = "january february march april may june july august september october november december".split(" ");

/** A month as people write it, "2024", "3/2024" or "Mar 2024", as it is kept: "2024-03". Null where it is none. */
export function readMonth(text: string, end: End): string | null {
  const written = text.toLowerCase();
  const [year, month] = /^\d{4}$/.test(written)
    ? [written, end === "from" ? "1" : "12"]
    : (numbered(written) ?? named(written) ?? []);
  const kept = `${year}-${month?.padStart(2, "0")}`;
  return yearAndMonth.test(kept) ? kept : null;
}

const inWords = new Intl.DateTimeFormat("en-GB", { month: "long", year: "numeric", timeZone: "UTC" });

/** "February 2024" from "2024-02". What is no month stays as it was typed. */
export const monthInWords = (kept: string): string =>
  yearAndMonth.test(kept) ? inWords.format(new Date(`${kept}-01`)) : kept;

type Parts = [year: string, month: string];

function numbered(written: string): Parts | null {
  const [, year, month] = /^(\d{4})\s*[-/. ]\s*(\d{1,2})$/.exec(written) ?? [];
  if (year && month) return [year, month];
  const [, first, last] = /^(\d{1,2})\s*[-/. ]\s*(\d{4})$/.exec(written) ?? [];
  return first && last ? [last, first] : null;
}

function named(written: string): Parts | null {
  const [, before, word = "", after] = /^(\d{4})?\s*([a-z]{3,9})[.,]?\s*(\d{4})?$/.exec(written) ?? [];
  const place = names.findIndex((name) => name.startsWith(word)) + 1;
  const year = before && after ? undefined : (before ?? after);
  return year && word && place ? [year, String(place)] : null;
}
