/** The groups of a listing that hold choices: repeatable in the address, OR within a group, AND across groups. */
export const groups = [
  { key: "topic", label: "Topic", legend: "Filter by topics" },
  { key: "support", label: "Support type", legend: "Filter by support type" },
  { key: "region", label: "Region or nation", legend: "Filter by region or nation" },
  { key: "council", label: "Council", legend: "Filter by council" },
  { key: "type", label: "Council type", legend: "Filter by council type" },
  { key: "collection", label: "Collection", legend: "Filter by collection" },
  { key: "outcome", label: "Outcome", legend: "Filter by outcome" },
  { key: "cost", label: "Cost", legend: "Filter by cost" },
  { key: "evidence", label: "Evidence", legend: "Filter by evidence" },
] as const;

export type GroupKey = (typeof groups)[number]["key"];
export const groupKeys: readonly GroupKey[] = groups.map(({ key }) => key);

/** One thing that can be chosen in a group. `parent` is a slug of the same group. */
export interface Term {
  /** What answers hold, where that is not always the slug. */
  id?: string;
  slug: string;
  name: string;
  /** What it is called in full, where it goes by a shorter name. */
  fullName?: string;
  parent?: string | null;
  oldNumber?: number | null;
  /** Slugs that lead to it: those it had, and those of what was merged into it, with their numbers. */
  former?: readonly string[];
  formerNumbers?: readonly number[];
}

/** The term that a part of an address means: the one that has it, or else the one it leads to since a change. */
export const termMeant = (terms: readonly Term[], slug: string): Term | undefined =>
  terms.find((term) => term.slug === slug) ?? terms.find(({ former }) => former?.includes(slug));

/** Everything that can be chosen, group by group, in the order it is shown. */
export type Catalogue = Record<GroupKey, readonly Term[]>;

/** A term's ancestors, nearest first. */
export function ancestorsOf(terms: readonly Term[], slug: string): string[] {
  const parent = terms.find((term) => term.slug === slug)?.parent;
  return parent ? [parent, ...ancestorsOf(terms, parent)] : [];
}
