import { db } from "#lib/data/db.ts";
import { rebuildListing } from "./rebuild-listing.ts";

/** Writes the listing anew where it comes from a database that was older than the search. @returns whether it had to be */
export async function completeListing(): Promise<boolean> {
  const incomplete = await db.listing.count({ where: { text: null } });
  if (incomplete) await rebuildListing();
  return incomplete > 0;
}
