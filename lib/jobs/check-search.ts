import { rebuildListing } from "#lib/commands/directory/rebuild-listing.ts";
import { listDrift } from "#lib/data/search/keep.ts";

/** Looks whether the search holds exactly what is published, and puts it right where it does not. @throws when it did not */
export async function checkSearch(): Promise<void> {
  const drift = await listDrift();
  if (!drift.length) return;
  await rebuildListing();
  const found = drift.map(({ what, rows }) => `${rows} × ${what}`).join(", ");
  throw new Error(`The search had drifted from what is published and was made anew: ${found}`);
}
