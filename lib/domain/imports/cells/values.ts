/** What a cell holds: text of a table, or whatever JSON has there. */
export type Value = unknown;

/** What was made of a cell: an answer, or what is wrong with it, each with the part that is. */
export interface Read {
  answer?: unknown;
  wrong: { value: unknown; message: string }[];
}

export const nothing: Read = { wrong: [] };
export const answered = (answer: unknown): Read => ({ answer, wrong: [] });
export const refused = (value: unknown, message: string): Read => ({ wrong: [{ value, message }] });

/** The text of a cell. Null for what is none, such as a list. */
export function textOf(value: Value): string | null {
  if (value === null || value === undefined) return "";
  if (typeof value === "string") return value;
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  return null;
}

/** The parts of a cell that holds several: a list, or text with semicolons or line ends between. */
export function partsOf(value: Value, between = /[;\n]/): Value[] {
  if (Array.isArray(value)) return value;
  if (typeof value === "string") return value.split(between).filter((part) => part.trim() !== "");
  return value === null || value === undefined ? [] : [value];
}

/** A part of an object, "" where it has none of its own by that name. */
export const own = (value: unknown, name: string): string =>
  typeof value === "object" && value !== null && Object.hasOwn(value, name)
    ? (textOf((value as Record<string, unknown>)[name]) ?? "")
    : "";

export const isRow = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
