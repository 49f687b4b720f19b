import { listCards, type Card } from "#lib/data/directory/listings.ts";
import type { ListingQuery } from "#lib/domain/listing/query.ts";

const atOnce = 50;

interface Span {
  /** Published after this moment. */
  since: Date;
  /** And no later than this one. */
  until: Date;
}

/**
 * What was first published between two moments and is in a query's list, newest first. Reads the very list that the page shows,
 * from its top, until it has become too old. What was tagged anew since is not new.
 *
 * @param most how many to name; the total counts all
 */
export async function listNewMatches(
  query: ListingQuery,
  { since, until }: Span,
  most: number,
): Promise<{ cards: Card[]; total: number }> {
  // By slug: a publication meanwhile moves the last one of a page to the next.
  const found = new Map<string, Card>();
  for (let page = 1; ; page++) {
    const cards = await listCards({ ...query, sort: "newest", page }, atOnce);
    for (const card of cards) if (card.publishedAt > since && card.publishedAt <= until) found.set(card.slug, card);
    const oldest = cards.at(-1);
    if (!oldest || cards.length < atOnce || oldest.publishedAt <= since) break;
  }
  return { cards: [...found.values()].slice(0, most), total: found.size };
}
