import { groupKeys, type Catalogue, type GroupKey } from "#lib/domain/listing/groups.ts";
import { pairsOf, type Parameters } from "#lib/domain/listing/parameters.ts";
import type { Position } from "#lib/domain/listing/position.ts";
import { sorts, type ListingQuery } from "#lib/domain/listing/query.ts";
import { longestSearch, readListing } from "#lib/domain/listing/read.ts";
import { writeListing } from "#lib/domain/listing/write.ts";
import { ok, refuse, type Result } from "#lib/domain/result.ts";
import { charactersOrFewer } from "#lib/domain/template/text.ts";
import { apiPaths } from "./api-paths.ts";
import { unknownNames, type ParameterError } from "./parameter-errors.ts";
import { readCursor, writeCursor } from "./cursor.ts";

/** What of a list is asked for. */
export interface ListQuestion {
  query: ListingQuery;
  limit: number;
  from: Position | null;
  /** Whether something was named by a slug it has no more: the same list has another address now. */
  moved: boolean;
}

interface Bounds {
  names: readonly string[];
  usual: number;
  most: number;
}

/**
 * Reads what a program asks of the list. Programs are told of every parameter that cannot be used; one without a value
 * counts as left out.
 */
export function readList(
  parameters: Parameters,
  catalogue: Catalogue,
  { names, usual, most }: Bounds,
): Result<ListQuestion, ParameterError[]> {
  const unknown = unknownNames(parameters, names);
  const pairs = pairsOf(parameters).filter(([, value]) => value !== "");
  const listing = pairs.filter(([name]) => names.includes(name) && name !== "limit" && name !== "cursor");
  const { query, ignored, moved } = readListing(asParameters(listing), catalogue, true);
  const valuesOf = (wanted: string) => [...new Set(pairs.flatMap(([name, value]) => (name === wanted ? [value] : [])))];

  const [limits, cursors] = [valuesOf("limit"), valuesOf("cursor")];
  const limit = limits.length ? Number(limits[0]) : usual;
  const fitting = limits.length < 2 && /^[1-9]\d*$/.test(limits[0] ?? "1") && limit <= most;
  const asked = moved ? asGiven(query, valuesOf) : query;
  const read = (question: ListingQuery) => readCursor(cursors[0] ?? "", questionOf(question, limit));
  const from = cursors.length === 1 && fitting ? (read(query) ?? read(asked)) : null;

  const wrong = [...ignored.names, ...(fitting ? [] : ["limit"]), ...(cursors.length && !from ? ["cursor"] : [])];
  const errors = [...unknown, ...wrong.map((name) => ({ parameter: name, detail: adviceFor(name, catalogue, most) }))];
  return errors.length ? refuse(errors) : ok({ query, limit, from, moved });
}

/** A query with slugs as they were given, which a cursor from before a change was signed with. */
const asGiven = (query: ListingQuery, valuesOf: (name: string) => string[]): ListingQuery => ({
  ...query,
  ...Object.fromEntries(groupKeys.map((key) => [key, valuesOf(key)])),
});

/** The path of the same list from a position on; from its beginning, without one. */
export function pathAfter({ query, limit }: Pick<ListQuestion, "query" | "limit">, next: Position | null): string {
  const search = new URLSearchParams(writeListing(query));
  search.append("limit", String(limit));
  if (next) search.append("cursor", writeCursor(next, questionOf(query, limit)));
  return apiPaths.caseStudies(search.toString());
}

const questionOf = (query: ListingQuery, limit: number) => `${writeListing(query)} ${limit}`;

const asParameters = (pairs: readonly (readonly [string, string])[]): Parameters =>
  Object.fromEntries(
    [...Map.groupBy(pairs, ([name]) => name)].map(([name, all]) => [name, all.map(([, value]) => value)]),
  );

const lists: Partial<Record<GroupKey, string>> = {
  topic: apiPaths.topics,
  support: apiPaths.supportTypes,
  council: apiPaths.councils,
  collection: apiPaths.collections,
};
const oneOf = (slugs: readonly string[]) =>
  `Use ${new Intl.ListFormat("en-GB", { type: "disjunction" }).format(slugs)}.`;

/** What fits a parameter that could not be used. @param most of a limit, where there is one */
export function adviceFor(name: string, catalogue: Catalogue, most = 0): string {
  const group = groupKeys.find((key) => key === name);
  if (group) return lists[group] ? `Use slugs of ${lists[group]}.` : oneOf(catalogue[group].map(({ slug }) => slug));
  if (name === "limit") return `Give one whole number from 1 to ${most}.`;
  if (name === "cursor")
    return "Use an address from “next” as it is. This is not one of them, or its other parameters were changed.";
  if (name === "sort") return `${oneOf(sorts.map(({ key }) => key))} “relevance” needs “q”, “likeness” needs “like”.`;
  if (name === "like") return `Use one slug of ${apiPaths.councils}.`;
  if (name === "q") return `Give ${charactersOrFewer(longestSearch)}.`;
  return "Give one month, such as 2024-02, and “from” no later than “to”.";
}
