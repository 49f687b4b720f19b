import { groupKeys, type GroupKey } from "./groups.ts";

export const pageSize = 10;

export const sorts = [
  { key: "relevance", label: "Most relevant" },
  { key: "newest", label: "Newest first" },
  { key: "oldest", label: "Oldest first" },
  { key: "title", label: "Title, A to Z" },
] as const;
export type Sort = (typeof sorts)[number]["key"];

/** The one value that the listing, its feeds, its downloads and its cache key are made from. Choices are slugs. */
export type ListingQuery = Record<GroupKey, readonly string[]> & {
  q: string;
  /** Months of publication, "YYYY-MM", both included. */
  from: string | null;
  to: string | null;
  sort: Sort;
  /** Counts from 1. */
  page: number;
};

const noChoices: Record<GroupKey, readonly string[]> = {
  topic: [],
  support: [],
  region: [],
  council: [],
  type: [],
  collection: [],
  outcome: [],
  cost: [],
  evidence: [],
};

/** The whole directory, newest first. */
export const everything: ListingQuery = { ...noChoices, q: "", from: null, to: null, sort: "newest", page: 1 };

/** What the list is sorted by when nobody has said. */
export const defaultSort = (q: string): Sort => (q ? "relevance" : "newest");

/** The sorts that make sense: relevance needs words to be relevant to. */
export const sortsFor = (query: ListingQuery) => sorts.filter(({ key }) => key !== "relevance" || query.q);

/** The query without one choice, back on its first page. */
export const without = (query: ListingQuery, group: GroupKey, slug: string): ListingQuery => ({
  ...query,
  [group]: query[group].filter((chosen) => chosen !== slug),
  page: 1,
});

/** Search engines are shown the whole list and one topic at a time; every other combination would be a near copy. */
export function isIndexable(query: ListingQuery): boolean {
  const choices = groupKeys.flatMap((key) => query[key].map(() => key));
  const plain = !query.q && !query.from && !query.to && query.sort === defaultSort(query.q);
  return plain && (choices.length === 0 || (choices.length === 1 && choices[0] === "topic"));
}
