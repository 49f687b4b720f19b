import { listCards, type Card } from "#lib/data/directory/listings.ts";
import type { ListingQuery } from "#lib/domain/listing/query.ts";

/** More than a directory will ever hold. */
const all = 1_000_000;

/** Everything a query returns, in its order, whatever page it names: one statement, so one moment. */
export const listAllCards = (query: ListingQuery): Promise<Card[]> => listCards({ ...query, page: 1 }, all);
