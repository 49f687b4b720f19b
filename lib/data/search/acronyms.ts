import { db } from "#lib/data/db.ts";
import { holdUntilChanged } from "#lib/data/held.ts";
import { ordinaryAcronymsOf } from "#lib/domain/search/acronyms.ts";
import { isEnglish } from "./english.ts";

/** The acronyms among the words that mean the same which are words of their own as well, such as "send". Held until something changes. */
export const listOrdinaryAcronyms = holdUntilChanged(async () => {
  const sets = await db.synonym.findMany({ select: { words: true } });
  return sets.flatMap(({ words }) => ordinaryAcronymsOf(words, isEnglish));
});
