import { groupKeys, type GroupKey } from "./groups.ts";

export const pageSize = 10;

export const sorts = [
  { key: "relevance", label: "Most relevant" },
  { key: "likeness", label: "Most alike" },
  { key: "newest", label: "Newest first" },
  { key: "oldest", label: "Oldest first" },
  { key: "title", label: "Title, A to Z" },
] as const;
export type Sort = (typeof sorts)[number]["key"];

/** The one value that the listing, its feeds, its downloads and its cache key are made from. Choices are slugs. */
export type ListingQuery = Record<GroupKey, readonly string[]> & {
  q: string;
  /** Slug of the council that the others are to be like. */
  like: string | null;
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
export const everything: ListingQuery = {
  ...noChoices,
  q: "",
  like: null,
  from: null,
  to: null,
  sort: "newest",
  page: 1,
};

type Wanted = Pick<ListingQuery, "q" | "like">;

/** What the list is sorted by when nobody has said. */
export const defaultSort = ({ q, like }: Wanted): Sort => (q ? "relevance" : like ? "likeness" : "newest");

/** Whether a sort makes sense: relevance needs words to be relevant to, likeness a council to be like. */
export const canSort = (sort: Sort, { q, like }: Wanted): boolean =>
  sort === "relevance" ? q !== "" : sort === "likeness" ? like !== null : true;

/** The sorts that make sense for a query. */
export const sortsFor = (query: ListingQuery) => sorts.filter(({ key }) => canSort(key, query));

/** Whether anything but words narrows it. */
export const hasFilters = (query: ListingQuery): boolean =>
  groupKeys.some((key) => query[key].length > 0) || Boolean(query.like ?? query.from ?? query.to);

/** The query without a filter: its words alone, in an order that still makes sense. */
export function unfiltered({ q, sort }: ListingQuery): ListingQuery {
  const rest = { ...everything, q };
  return { ...rest, sort: canSort(sort, rest) ? sort : defaultSort(rest) };
}

/** The query without one choice, back on its first page. */
export const without = (query: ListingQuery, group: GroupKey, slug: string): ListingQuery => ({
  ...query,
  [group]: query[group].filter((chosen) => chosen !== slug),
  page: 1,
});

/** The query held to councils like one, on its first page: the most alike first, unless another order was chosen. */
export function alikeTo(query: ListingQuery, slug: string): ListingQuery {
  const held = { ...query, like: slug, page: 1 };
  return { ...held, sort: query.sort === defaultSort(query) ? defaultSort(held) : query.sort };
}

/** Search engines are shown the whole list and one topic at a time; every other combination would be a near copy. */
export function isIndexable(query: ListingQuery): boolean {
  const choices = groupKeys.flatMap((key) => query[key].map(() => key));
  const plain = !query.q && !query.like && !query.from && !query.to && query.sort === defaultSort(query);
  return plain && (choices.length === 0 || (choices.length === 1 && choices[0] === "topic"));
}
