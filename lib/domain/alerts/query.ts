import { chipsOf } from "../listing/chips.ts";
import { groupKeys, groups, termMeant, type Catalogue } from "../listing/groups.ts";
import { parametersOf } from "../listing/parameters.ts";
import { defaultSort, type ListingQuery } from "../listing/query.ts";
import { readListing } from "../listing/read.ts";
import { writeListing } from "../listing/write.ts";

/** What an alert can match: it tells of what is published from now on, so months of publication would keep out all or nothing. */
export const matchable = (query: ListingQuery): ListingQuery => ({ ...query, from: null, to: null });

/** What an alert keeps of a query: the filters in force. Written from any page and in any order, they read the same. */
export const filtersOf = (query: ListingQuery): string =>
  writeListing({ ...matchable(query), sort: defaultSort(query), page: 1 });

/** The filters of an alert as they can be read now. */
export interface AlertFilters {
  query: ListingQuery;
  /** What there is no more, such as a topic that was retired: its group with what it was called in addresses. */
  lost: { group: string; slug: string }[];
  /** True where nothing is left of a group. The rest would match more than was asked for, so it matches nothing. */
  void: boolean;
}

/** Reads what `filtersOf` wrote, with what can be chosen by now. */
export function readFilters(filters: string, catalogue: Catalogue): AlertFilters {
  const parameters = parametersOf(filters);
  const query = matchable(readListing(parameters, catalogue).query);
  const lost = groups.flatMap(({ key, label }) =>
    [parameters[key] ?? []]
      .flat()
      .filter((slug) => !termMeant(catalogue[key], slug))
      .map((slug) => ({ group: label, slug })),
  );
  const liked = [parameters["like"] ?? []].flat()[0];
  const unlike = liked !== undefined && query.like === null ? liked : null;
  return {
    query,
    lost: [...lost, ...(unlike === null ? [] : [{ group: "Council", slug: unlike }])],
    void: unlike !== null || groupKeys.some((key) => parameters[key] !== undefined && query[key].length === 0),
  };
}

/** The list of an alert in words: "“potholes”, Libraries". What there is no more is named as it was in addresses. */
export function filtersInWords(filters: string, catalogue: Catalogue): string {
  const { query, lost } = readFilters(filters, catalogue);
  const gone = lost.map(({ group, slug }) => `${group}: ${slug} (there no more)`);
  const said = [...(query.q ? [`“${query.q}”`] : []), ...chipsOf(query, catalogue).map(({ name }) => name), ...gone];
  return said.join(", ") || "Every new case study";
}
