import { db } from "#lib/data/db.ts";
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
 * What is new in a query's list between two moments, the newest news first: what was first published then, and what editors put into
 * a collection that the query names. What was tagged anew is not new. Reads the very list that the page shows, from its top, until
 * it has become too old.
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
  const added = await listAdded(query.collection, { since, until });
  const isNew = ({ slug, publishedAt }: Card) => (publishedAt > since && publishedAt <= until) || added.has(slug);
  for (let page = 1; ; page++) {
    const cards = await listCards({ ...query, sort: "newest", page }, atOnce);
    for (const card of cards) if (isNew(card)) found.set(card.slug, card);
    const oldest = cards.at(-1);
    if (!oldest || cards.length < atOnce || (oldest.publishedAt <= since && added.size === 0)) break;
  }
  const newsOf = ({ slug, publishedAt }: Card) => added.get(slug) ?? publishedAt;
  const newest = [...found.values()].toSorted((a, b) => newsOf(b).getTime() - newsOf(a).getTime());
  return { cards: newest.slice(0, most), total: found.size };
}

/** The slugs of what was put into any of some collections, with when, however long it had been published. */
async function listAdded(collections: readonly string[], { since, until }: Span): Promise<Map<string, Date>> {
  if (!collections.length) return new Map();
  const items = await db.collectionItem.findMany({
    where: { collection: { slug: { in: [...collections] } }, addedAt: { gt: since, lte: until } },
    orderBy: { addedAt: "asc" },
    select: { addedAt: true, caseStudy: { select: { slug: true } } },
  });
  return new Map(
    items.flatMap(({ addedAt, caseStudy: { slug } }) => (slug && addedAt ? [[slug, addedAt] as const] : [])),
  );
}
