import { z } from "zod";
import { readMonth, type End } from "../../calendar/written-month.ts";

const monthAt = (end: End) =>
  z.string().transform((text, context) => {
    const month = readMonth(text, end);
    if (month === null) context.addIssue("Not a month");
    return month ?? z.NEVER;
  });
const months = { from: monthAt("from"), to: monthAt("to") };

type ReadOne = (name: End, schema: z.ZodType<string, string>) => string | null;

/** Between which months. Where the later was given first, each is read as the other end. */
export function readMonths(one: ReadOne): [from: string | null, to: string | null] {
  const [from, to] = [one("from", months.from), one("to", months.to)];
  return from !== null && to !== null && from > to ? [one("to", months.from), one("from", months.to)] : [from, to];
}
