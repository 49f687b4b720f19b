import { TypedFastBitSet } from "typedfastbitset";
import { groupKeys, type GroupKey } from "#lib/domain/listing/groups.ts";
import { emptyOrder, reordered, type Order } from "./orders.ts";

/** Numbers of case studies, a bit for each: what the search knows them by. */
export type Numbers = TypedFastBitSet;

/** What the listing is held by: its groups, the months of publication, and the templates that words were written with. */
export const facets = [...groupKeys, "month", "template"] as const satisfies (GroupKey | "month" | "template")[];
export type Facet = (typeof facets)[number];

/** Some case studies: those of one option of a facet, or what a query leaves. */
export interface Counted {
  numbers: Numbers;
  /** How many these are, so that nobody has to count them. */
  size: number;
  /** One after the other, where somebody has needed them so since they last changed. */
  list?: Uint32Array | undefined;
}

/** Every published case study in memory, so that a query is a few operations on bits however many there are. */
export interface Listing {
  all: Counted;
  options: Record<Facet, Map<string, Counted>>;
  /** Newest first, and by title. */
  newest: Order;
  title: Order;
}

/** A row of the listing with the number of the row before it in each order; null for the first. */
export interface Row {
  number: number;
  values: Record<Facet, readonly string[]>;
  after: { newest: number | null; title: number | null };
}

const countedNone = (): Counted => ({ numbers: new TypedFastBitSet(), size: 0 });

export const emptyListing = (): Listing => ({
  all: countedNone(),
  options: Object.fromEntries(facets.map((facet) => [facet, new Map()])) as Listing["options"],
  newest: emptyOrder,
  title: emptyOrder,
});

/**
 * Brings a listing up to date, all at once.
 *
 * @param changed the numbers of rows that were added, altered or taken out
 * @param rows those of them that are there now, with what stands before each when all changes are made
 */
export function change(listing: Listing, changed: readonly number[], rows: readonly Row[]): void {
  for (const option of optionsOf(listing)) for (const number of changed) takeOut(option, number);
  for (const { number, values } of rows) {
    add(listing.all, number);
    for (const facet of facets) for (const value of values[facet]) add(optionOf(listing, facet, value), number);
  }
  for (const order of ["newest", "title"] as const) {
    const moved = rows.map(({ number, after }) => ({ number, after: after[order] }));
    listing[order] = reordered(listing[order], changed, moved);
  }
}

/** The option as it is held; it comes to be held by being asked for. */
function optionOf({ options }: Listing, facet: Facet, value: string): Counted {
  const option = options[facet].get(value) ?? countedNone();
  options[facet].set(value, option);
  return option;
}

/** How many numbers two options have in common. A small one, such as a council's, is gone through one by one. */
export function countCommon(large: Counted, small: Counted): number {
  if (small.size > large.numbers.words.length) return large.numbers.intersection_size(small.numbers);
  small.list ??= Uint32Array.from(small.numbers);
  let count = 0;
  for (const number of small.list) if (large.numbers.has(number)) count += 1;
  return count;
}

/** The case studies that any of some options returns. */
export function unionOf(options: ReadonlyMap<string, Counted>, values: Iterable<string>): Numbers {
  const union = new TypedFastBitSet();
  for (const value of values) union.union(options.get(value)?.numbers ?? new TypedFastBitSet());
  return union;
}

function optionsOf({ all, options }: Listing): Counted[] {
  return [all, ...facets.flatMap((facet) => [...options[facet].values()])];
}

function add(option: Counted, number: number): void {
  if (option.numbers.has(number)) return;
  option.numbers.add(number);
  option.size += 1;
  option.list = undefined;
}

function takeOut(option: Counted, number: number): void {
  if (!option.numbers.has(number)) return;
  option.numbers.remove(number);
  option.size -= 1;
  option.list = undefined;
}
