import type { Parameters } from "#lib/domain/listing/parameters.ts";

/** The parameters of a request, with every value of each. */
export function parametersOf({ url }: Request): Parameters {
  const given = new URL(url).searchParams;
  return Object.fromEntries([...new Set(given.keys())].map((name) => [name, given.getAll(name)]));
}
