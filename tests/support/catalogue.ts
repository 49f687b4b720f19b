import type { Catalogue, Term } from "#lib/domain/listing/groups.ts";
import type { Parameters } from "#lib/domain/listing/parameters.ts";

const named = (...slugs: string[]): Term[] => slugs.map((slug) => ({ slug, name: slug.replaceAll("-", " ") }));

/** Little of everything that can be chosen: two broad topics with narrower ones, and the numbers of old addresses. */
export const catalogue: Catalogue = {
  topic: [
    { slug: "culture", name: "Culture", oldNumber: 2446 },
    { slug: "libraries", name: "Libraries", parent: "culture", oldNumber: 2452 },
    { slug: "arts", name: "Arts", parent: "culture", oldNumber: 2449 },
    { slug: "housing", name: "Housing", oldNumber: null },
    { slug: "retrofit", name: "Retrofit", parent: "housing" },
  ],
  support: [
    { slug: "communications-support", name: "Communications support", oldNumber: 2603 },
    { slug: "peer-challenge", name: "Peer challenge" },
  ],
  region: named("wales", "north-west"),
  council: named("dorset", "leeds"),
  type: named("county", "unitary"),
  collection: named("winter", "summer"),
  outcome: named("worked", "mixed", "did-not-work"),
  cost: named("under-10k", "over-1m"),
  evidence: named("description", "comparison"),
};

/** Name and value pairs as the web framework hands them over: a text, or a list where a name was given twice. */
export function parametersOf(pairs: Iterable<readonly [string, string]>): Parameters {
  const parameters: Parameters = Object.create(null);
  for (const [name, value] of pairs) {
    const given = parameters[name];
    parameters[name] = given === undefined ? value : [given, value].flat();
  }
  return parameters;
}

/** What stands after the question mark of an address, as parameters. */
export const parametersIn = (search: string) => parametersOf(new URLSearchParams(search));
