import type { Counts } from "#lib/data/search/search.ts";
import { everything } from "#lib/domain/listing/query.ts";
import { getGeneration } from "#lib/data/generation.ts";
import { countPublished } from "./listings.ts";

type Whole = { total: number; counts: Counts };
let held: { generation: bigint; counted: Promise<Whole> } | null = null;

/** How many case studies the whole directory has, and how many each option of its filters. Held until something public changes. */
export async function getWholeCounts(): Promise<Whole> {
  const generation = await getGeneration();
  if (held?.generation === generation) return held.counted;
  const counted = countPublished(everything);
  held = { generation, counted };
  // A count that failed is not held.
  counted.catch(() => {
    if (held?.counted === counted) held = null;
  });
  return counted;
}
