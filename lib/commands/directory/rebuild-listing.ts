import { listAddressed } from "#lib/data/directory/projection.ts";
import { rebuild } from "#lib/data/search/keep.ts";
import { projectAgain } from "./project-again.ts";

/**
 * Writes the whole listing, and the search over it, anew from what is published. Readers and editors go on meanwhile; a
 * publication that meets the making of the search itself waits for it.
 *
 * @returns how many case studies it looked at
 */
export async function rebuildListing(): Promise<number> {
  const ids = await listAddressed();
  await projectAgain(ids);
  await rebuild();
  return ids.length;
}
