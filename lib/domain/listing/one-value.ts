import type { z } from "zod";

/** The first of a parameter's values that can be read. Reports where one cannot, or where there is more than one. */
export function readOne<Value>(values: string[], schema: z.ZodType<Value, string>, report: () => void): Value | null {
  const read = values.map((value) => schema.safeParse(value));
  const good = read.find(({ success }) => success)?.data ?? null;
  if (values.length > 1 || read.some(({ success }) => !success)) report();
  return good;
}

/** A beginning and an end, or neither where the end comes first. */
export function inOrder(from: string | null, to: string | null, report: () => void): [string | null, string | null] {
  if (from === null || to === null || from <= to) return [from, to];
  report();
  return [null, null];
}
