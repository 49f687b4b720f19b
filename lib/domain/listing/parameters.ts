/** An address's parameters as a web framework hands them over. */
export type Parameters = Record<string, string | string[] | undefined>;
export type Pair = readonly [name: string, value: string];

const tracking = /^(utm_.*|gclid|fbclid)$/i;

/** Name and value pairs in order, without empty values (an untouched field of a form) and without tracking. */
export function pairsOf(parameters: Parameters): Pair[] {
  return Object.entries(parameters)
    .flatMap(([name, value]) => [value ?? []].flat().map((one) => [name, one] as const))
    .map(([name, value]) => [name.replaceAll("\0", ""), value.replaceAll("\0", "").trim()] as const)
    .filter(([name, value]) => value !== "" && !tracking.test(name));
}
