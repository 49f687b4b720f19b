import { groupKeys, type GroupKey } from "#lib/domain/listing/groups.ts";
import { pageSize, type ListingQuery } from "#lib/domain/listing/query.ts";

/** A published case study as a reader would know it, with nothing computed. */
export interface Entry {
  caseStudyId: string;
  slug: string;
  title: string;
  sortedAs: string;
  /** As chosen by the author: without parents. */
  topics: string[];
  support: string[];
  collections: string[];
  council: string | null;
  outcome: string | null;
  cost: string | null;
  evidence: string | null;
  publishedAt: Date;
  /** Rare words that occur somewhere in it. */
  words: string[];
}

/** Topics with the one they lie in, restated from the product's first lists. */
export const topicParents: Record<string, string | null> = {
  arts: "culture-tourism-leisure-and-sport",
  libraries: "culture-tourism-leisure-and-sport",
  "culture-tourism-leisure-and-sport": null,
  "early-years": "children-and-young-people",
  youth: "children-and-young-people",
  buses: "transport",
  transport: null,
  finance: null,
};

export const councils: Record<string, { type: string; region: string; size: string; rural: string }> = {
  dorset: { type: "unitary", region: "south-west", size: "350k-600k", rural: "mostly-rural" },
  cornwall: { type: "unitary", region: "south-west", size: "350k-600k", rural: "mostly-rural" },
  wiltshire: { type: "unitary", region: "south-west", size: "350k-600k", rural: "mostly-rural" },
  shropshire: { type: "unitary", region: "west-midlands", size: "200k-350k", rural: "mostly-rural" },
  "north-somerset": { type: "unitary", region: "south-west", size: "200k-350k", rural: "mixed" },
  buckinghamshire: { type: "unitary", region: "south-east", size: "350k-600k", rural: "mixed" },
  kent: { type: "county", region: "south-east", size: "over-600k", rural: "mixed" },
  hart: { type: "district", region: "south-east", size: "under-100k", rural: "mostly-urban" },
  leeds: { type: "metropolitan", region: "yorkshire-and-the-humber", size: "over-600k", rural: "urban" },
  camden: { type: "london-borough", region: "london", size: "200k-350k", rural: "urban" },
  highland: { type: "scottish", region: "scotland", size: "200k-350k", rural: "mostly-rural" },
  cardiff: { type: "welsh", region: "wales", size: "350k-600k", rural: "urban" },
};

/** How many of the four things that make councils alike two of them share. A council is not like itself. */
function sharedWith(slug: string, other: string | null): number {
  const [one, two] = [councils[slug], councils[other ?? ""]];
  if (!one || !two || slug === other) return 0;
  return (["type", "region", "size", "rural"] as const).filter((trait) => one[trait] === two[trait]).length;
}

/** Everything in a group that an entry can be found by. */
export function valuesOf(entry: Entry, group: GroupKey): string[] {
  const council = entry.council ? councils[entry.council] : undefined;
  const values: Record<GroupKey, (string | null | undefined)[]> = {
    topic: entry.topics.flatMap((topic) => [topic, topicParents[topic]]),
    support: entry.support,
    region: [council?.region],
    council: [entry.council],
    type: [council?.type],
    collection: entry.collections,
    outcome: [entry.outcome],
    cost: [entry.cost],
    evidence: [entry.evidence],
  };
  return values[group].filter((value) => typeof value === "string");
}

/** Whether an entry belongs in a listing: every group has one of its choices, and words and months fit as well. */
export function belongs(entry: Entry, query: ListingQuery): boolean {
  const month = entry.publishedAt.toISOString().slice(0, 7);
  const fits = (group: GroupKey) =>
    query[group].length === 0 || valuesOf(entry, group).some((value) => query[group].includes(value));
  return (
    groupKeys.every(fits) &&
    (query.q === "" || query.q.split(" ").some((word) => entry.words.includes(word))) &&
    (query.like === null || sharedWith(query.like, entry.council) >= 2) &&
    (query.from === null || query.from <= month) &&
    (query.to === null || month <= query.to)
  );
}

const byId = (a: Entry, b: Entry) => (a.caseStudyId < b.caseStudyId ? -1 : 1);
const newest = (a: Entry, b: Entry) => b.publishedAt.getTime() - a.publishedAt.getTime() || byId(a, b);
const byTitle = (a: Entry, b: Entry) => (a.sortedAs < b.sortedAs ? -1 : a.sortedAs > b.sortedAs ? 1 : 0);

/** The slugs of one page of a listing, in order. Nothing here knows how relevant anything is. */
export function pageOf(entries: readonly Entry[], query: ListingQuery): string[] {
  const shared = (entry: Entry) => sharedWith(query.like ?? "", entry.council);
  const likeness = (a: Entry, b: Entry) => shared(b) - shared(a) || newest(a, b);
  const oldest = (a: Entry, b: Entry) => newest(b, a);
  const orders = { newest, oldest, title: byTitle, likeness, relevance: byId };
  const found = entries.filter((entry) => belongs(entry, query));
  const sorted = found.toSorted((a, b) => orders[query.sort](a, b) || byId(a, b));
  return sorted.slice((query.page - 1) * pageSize, query.page * pageSize).map(({ slug }) => slug);
}
