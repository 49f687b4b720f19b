import { db } from "#lib/data/db.ts";
import { raiseGeneration } from "#lib/data/generation.ts";
import { projectEverything } from "#lib/data/directory/projection.ts";
import { rebuild } from "#lib/data/search/keep.ts";

/** Writes the whole listing, and the search over it, anew from what is published. @returns how many case studies it looked at */
export async function rebuildListing(): Promise<number> {
  return db.$transaction(
    async (tx) => {
      const count = await projectEverything(tx);
      // In the order in which a publication takes them, or the two could wait for each other.
      await raiseGeneration(tx);
      await rebuild(tx);
      return count;
    },
    { timeout: 300_000 },
  );
}
