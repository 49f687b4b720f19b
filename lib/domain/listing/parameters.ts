import { tidy } from "../template/text.ts";

/** An address's parameters as a web framework hands them over. */
export type Parameters = Record<string, string | string[] | undefined>;
export type Pair = readonly [name: string, value: string];

/** The parameters of an address, from what stands behind its question mark, with every value of each. */
export function parametersOf(search: string): Record<string, string[]> {
  const given = new URLSearchParams(search);
  return Object.fromEntries([...new Set(given.keys())].map((name) => [name, given.getAll(name)]));
}

const tracking = /^(utm_.*|gclid|fbclid)$/i;

/** Name and value pairs in order, without tracking. An untouched field of a form has an empty value. */
export function pairsOf(parameters: Parameters): Pair[] {
  return Object.entries(parameters)
    .flatMap(([name, value]) => [value ?? []].flat().map((one) => cleanPair([name, one])))
    .filter(([name]) => !tracking.test(name));
}

/** A pair that can be kept and compared. */
export const cleanPair = ([name, value]: Pair): Pair => [name.replaceAll("\0", ""), tidy(value)];
