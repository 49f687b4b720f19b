import { db } from "#lib/data/db.ts";
import { listCardsById } from "#lib/data/directory/listings.ts";
import { hits, matching, orders } from "#lib/data/search/matched.ts";
import type { ListingQuery } from "#lib/domain/listing/query.ts";

/** One case study of a list: enough to cut the list by, and no more, as a list can be everything there is. */
export interface Place {
  id: string;
  /** When readers could first see it. */
  publishedAt: Date;
}

/** Everything a query returns, in its order, whatever page it names: one statement, so one moment. */
export async function listPlaces(query: ListingQuery): Promise<Place[]> {
  const { matched } = await matching(query);
  return db.$queryRaw`
    with ${matched} select "caseStudyId"::text as "id", "publishedAt" from matched where ${hits(query)} order by ${orders[query.sort]}`;
}

/** The slugs of some places, in their order. What has been taken out since is left out. */
export async function listSlugs(places: readonly Place[]): Promise<string[]> {
  const cards = await listCardsById(places.map(({ id }) => id));
  return cards.map(({ slug }) => slug);
}
