import { dayWords, readNames } from "./council-form.ts";
import { readDay } from "./day.ts";

interface Ending {
  /** The councils that end, the first the form is about. */
  ids: string[];
  endedOn: string;
  successors: string[];
}

/** Reads the form that ends councils. @returns what is wrong with it in the order of its fields, or what it says */
export function readEnd(
  id: string,
  typed: { day: string; others: string; successors: string },
  councils: Parameters<typeof readNames>[1],
): { errors: { field: string; message: string }[]; values: Ending | null } {
  const endedOn = readDay(typed.day);
  const [others, after] = [readNames(typed.others, councils), readNames(typed.successors, councils)];
  const ids = [...new Set([id, ...others.ids])];
  const same = after.ids.some((one) => ids.includes(one)) ? "A council that ends cannot come after itself" : "";
  const errors = [
    { field: "day", message: endedOn ? "" : dayWords },
    { field: "others", message: others.error },
    { field: "successors", message: after.error || same },
  ].filter(({ message }) => message);
  return { errors, values: endedOn && !errors.length ? { ids, endedOn, successors: after.ids } : null };
}
