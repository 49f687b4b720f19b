import { db } from "#lib/data/db.ts";
import { getGeneration } from "#lib/data/generation.ts";
import { ordinaryAcronymsOf } from "#lib/domain/search/acronyms.ts";
import { isEnglish } from "./english.ts";

let held: { generation: bigint; acronyms: string[] } | null = null;

/** The acronyms among the words that mean the same which are words of their own as well, such as "send". Held until something changes. */
export async function listOrdinaryAcronyms(): Promise<string[]> {
  const generation = await getGeneration();
  if (held?.generation === generation) return held.acronyms;
  const sets = await db.synonym.findMany({ select: { words: true } });
  const acronyms = sets.flatMap(({ words }) => ordinaryAcronymsOf(words, isEnglish));
  held = { generation, acronyms };
  return acronyms;
}
