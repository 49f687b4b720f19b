import { db } from "#lib/data/db.ts";
import { raiseGeneration } from "#lib/data/generation.ts";
import { projectEverything } from "#lib/data/directory/projection.ts";

/** Writes the whole listing anew from what is published. @returns how many case studies it looked at */
export async function rebuildListing(): Promise<number> {
  return db.$transaction(
    async (tx) => {
      const count = await projectEverything(tx);
      await raiseGeneration(tx);
      return count;
    },
    { timeout: 300_000 },
  );
}
