import { pageSize, type ListingQuery } from "#lib/domain/listing/query.ts";
import { getListing } from "#lib/data/listing/current.ts";
import type { Listing } from "#lib/data/listing/listing.ts";
import type { State } from "#lib/data/generation.ts";
import { narrowed, type Counts, type Narrowed } from "#lib/data/listing/narrowed.ts";
import { partOf, type Part, type Ranking } from "#lib/data/listing/pages.ts";
import { likenessTo } from "./alike.ts";
import type { Interpreted } from "./interpret.ts";
import { findWords } from "./words.ts";

/** What a query finds. */
export interface SearchResult {
  /** Numbers of the case studies on the page asked for, in the query's order. */
  numbers: number[];
  total: number;
  counts: Counts;
  /** How its words were understood; null where it has none. */
  interpreted: Interpreted | null;
}

/**
 * Answers a listing query from what is published: one page of numbers, the total, and the count beside every option, which go
 * together.
 *
 * @param size how many numbers a page has
 */
export async function search(query: ListingQuery, size = pageSize): Promise<SearchResult> {
  const answer = await ask(query);
  return {
    numbers: answer.part(pagePart(query, size)),
    total: answer.matched.size,
    counts: answer.counts(),
    interpreted: answer.interpreted,
  };
}

/** One page of numbers alone, for lists that show no counts. */
export async function searchNumbers(query: ListingQuery, size = pageSize): Promise<number[]> {
  return (await ask(query)).part(pagePart(query, size));
}

/** How many case studies a query returns. */
export async function searchTotal(query: ListingQuery): Promise<number> {
  return (await ask(query)).matched.size;
}

const pagePart = ({ page }: ListingQuery, size: number): Part => ({ from: (page - 1) * size, size });

/** What a query leaves of the listing. Read it without waiting in between: the listing goes on changing. */
export interface Answer extends Narrowed {
  listing: Listing;
  state: State;
  interpreted: Interpreted | null;
  /** Numbers of one part of the list, in the query's order. */
  part(part: Part): number[];
}

/** Asks the listing a query, as `getListing` has it. */
export async function ask(query: ListingQuery, asOf?: State): Promise<Answer> {
  const { listing, state, seen } = await getListing(asOf);
  const [words, alike] = await Promise.all([
    query.q ? findWords(query.q, seen) : null,
    query.like ? likenessTo(query.like) : null,
  ]);
  const hits = words?.hits ?? null;
  const left = narrowed(listing, query, {
    hits: hits && hits.numbers,
    councils: alike && [...alike.keys()],
  });
  const ranking: Ranking = { likeness: alike, scores: hits?.scores ? { ...hits, scores: hits.scores } : null };
  return {
    ...left,
    listing,
    state,
    interpreted: words?.interpreted ?? null,
    part: (part) => partOf(listing, query, left.matched, ranking, part),
  };
}
