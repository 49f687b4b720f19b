import { createHash } from "node:crypto";

/** A short text that differs where values do: by it a form says what its sender saw. Keys may stand in any order. */
export const digestOf = (values: Readonly<Record<string, unknown>>): string =>
  createHash("sha256")
    .update(JSON.stringify(Object.entries(values).toSorted(([a], [b]) => (a < b ? -1 : 1))))
    .digest("base64url")
    .slice(0, 20);

/** Some of an object's values. */
export const pick = <Whole extends object, Key extends keyof Whole>(
  whole: Whole,
  keys: readonly Key[],
): Pick<Whole, Key> => Object.fromEntries(keys.map((key) => [key, whole[key]])) as Pick<Whole, Key>;

/** Whether two plain values are the same, as they would be kept. */
export const isSame = (one: unknown, other: unknown): boolean => canonical(one) === canonical(other);

/** JSON with the keys of every object in order: the database keeps them in one of its own. */
const canonical = (value: unknown): string =>
  JSON.stringify(value, (_, part: unknown) =>
    part && typeof part === "object" && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
