import { pairsOf, type Parameters } from "#lib/domain/listing/parameters.ts";

/** A parameter that could not be used, and why. */
export interface ParameterError {
  parameter: string;
  detail: string;
}

const [most, longest] = [20, 100];

/** An error for each of the first twenty parameters that an address does not know. */
export const unknownNames = (parameters: Parameters, known: readonly string[]): ParameterError[] =>
  [...new Set(pairsOf(parameters).map(([name]) => name))]
    .filter((name) => !known.includes(name))
    .slice(0, most)
    .map((name) => ({ parameter: [...name].slice(0, longest).join(""), detail: wordsFor(name) }));

const wordsFor = (name: string) =>
  name === "page" ? "Leave it out, and follow “next” from one answer to another." : "There is no such parameter.";
