import type { ListingQuery, Sort } from "#lib/domain/listing/query.ts";
import { unionOf, type Listing, type Counted } from "./listing.ts";
import type { Order } from "./orders.ts";

/** What orders a list by more than its rows. */
export interface Ranking {
  /** Numbers that words found and how well each answers; null where nothing says. */
  scores: { listed: Uint32Array; scores: Float64Array } | null;
  /** How many traits the councils that are like one share with it, by slug; null where none is named. */
  likeness: ReadonlyMap<string, number> | null;
}

/** Which part of a list is wanted: from a place that counts from 0. */
export interface Part {
  from: number;
  size: number;
}

/** Numbers of one part of what a query leaves, in the query's order. */
export function partOf(
  listing: Listing,
  query: ListingQuery,
  matched: Counted,
  ranking: Ranking,
  part: Part,
): number[] {
  if (query.sort === "relevance" && ranking.scores) return bestOf(listing.newest, matched, ranking.scores, part);
  if (query.sort === "likeness" && ranking.likeness) return alikeOf(listing, matched, ranking.likeness, part);
  if (query.sort === "title") return walk(listing.title.numbers, matched, part);
  return query.sort === "oldest"
    ? walkBack(listing.newest, matched, part)
    : walk(listing.newest.numbers, matched, part);
}

/** Of an order, those that match. */
export function walk(order: Uint32Array, { numbers, size: total }: Counted, { from, size }: Part): number[] {
  const last = Math.min(from + size, total);
  if (from >= last) return [];
  const part: number[] = [];
  let place = 0;
  for (let index = 0; place < last; index += 1) {
    const number = order[index];
    if (number === undefined) break;
    if (numbers.has(number) && place++ >= from) part.push(number);
  }
  return part;
}

/** From the end of an order: a part of so many that ends where so many are left. */
function walkBack({ numbers }: Order, matched: Counted, { from, size }: Part): number[] {
  const end = Math.max(0, matched.size - from);
  const start = Math.max(0, end - size);
  return walk(numbers, matched, { from: start, size: end - start }).toReversed();
}

/** How many of what matches stand before a number, in an order that rows have by themselves. */
export function countBefore({ newest, title }: Listing, sort: Sort, { numbers }: Counted, number: number): number {
  const order = sort === "title" ? title : newest;
  const place = order.placeOf(number);
  const before = sort === "oldest" ? order.numbers.subarray(place + 1) : order.numbers.subarray(0, place);
  return before.reduce((count, one) => count + Number(numbers.has(one)), 0);
}

/** How finely scores are told apart before any are sorted. */
const steps = 4096;

/** The best answers first; those that are as good, the newer first. Only those near the part are sorted. */
function bestOf(newest: Order, { numbers, size: total }: Counted, { listed, scores }: Scores, { from, size }: Part) {
  if (from >= total || size === 0) return [];
  const best = scores.reduce((one, two) => Math.max(one, two), 0);
  const stepOf = (score: number) => (best > 0 ? Math.min(steps - 1, Math.floor((1 - score / best) * steps)) : 0);
  const counts = new Uint32Array(steps);
  listed.forEach((number, index) => {
    const step = stepOf(scores[index] ?? 0);
    if (numbers.has(number)) counts[step] = (counts[step] ?? 0) + 1;
  });
  const { first, last, before } = stepsAround(counts, { from, size });
  const near: { number: number; score: number }[] = [];
  listed.forEach((number, index) => {
    const score = scores[index] ?? 0;
    const step = stepOf(score);
    if (step >= first && step <= last && numbers.has(number)) near.push({ number, score });
  });
  return near
    .toSorted((a, b) => b.score - a.score || newest.placeOf(a.number) - newest.placeOf(b.number))
    .slice(from - before, from - before + size)
    .map(({ number }) => number);
}

/** The first and the last step that a part reaches into, and how many stand before the first. */
function stepsAround(counts: Uint32Array, { from, size }: Part) {
  let before = 0;
  let first = 0;
  while (first < counts.length && before + (counts[first] ?? 0) <= from) before += counts[first++] ?? 0;
  let last = first;
  for (let end = before; end < from + size && last < counts.length; last += 1) end += counts[last] ?? 0;
  return { first, last: last - 1, before };
}

type Scores = NonNullable<Ranking["scores"]>;

/** Those of the likest councils first, and among these the newest. */
function alikeOf(listing: Listing, matched: Counted, likeness: ReadonlyMap<string, number>, { from, size }: Part) {
  const tiers = Map.groupBy([...likeness], ([, shared]) => shared);
  const part: number[] = [];
  let place = 0;
  for (const [, councils] of [...tiers].toSorted(([a], [b]) => b - a)) {
    const slugs = councils.map(([slug]) => slug);
    const numbers = unionOf(listing.options.council, slugs).intersection(matched.numbers);
    const tier = { numbers, size: numbers.size() };
    part.push(...walk(listing.newest.numbers, tier, { from: Math.max(0, from - place), size: size - part.length }));
    place += tier.size;
  }
  return part;
}
