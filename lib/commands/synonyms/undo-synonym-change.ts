import { z } from "zod";
import type { ChangeRow } from "#lib/data/catalogue/changes.ts";
import type { Queries } from "#lib/data/db.ts";
import { lockSynonyms } from "#lib/data/searches/synonyms.ts";
import { ok, refuse, type Result } from "#lib/domain/result.ts";
import { inOneLine, shareWord } from "#lib/domain/search/synonyms.ts";

const sides = z.object({
  before: z.object({ sets: z.array(z.object({ id: z.uuid(), words: z.array(z.string()) })) }),
  after: z.object({ words: z.array(z.string()) }),
});

/** Puts back the words that meant the same before a change, unless they have been changed since. In the caller's transaction. */
export async function undoSynonymChange(
  tx: Queries,
  change: ChangeRow,
): Promise<Result<{ touched: string[] }, "changed-since">> {
  const { before, after } = sides.parse(change);
  const sets = await lockSynonyms(tx);
  const made = after.words.length ? sets.find((set) => inOneLine(set.words) === inOneLine(after.words)) : null;
  if (made === undefined) return refuse("changed-since");
  // A word can be in one set only.
  const others = sets.filter((set) => set !== made);
  if (before.sets.some((set) => others.some((other) => shareWord(other.words, set.words))))
    return refuse("changed-since");

  if (made) await tx.synonym.delete({ where: { id: made.id } });
  await tx.synonym.createMany({ data: before.sets });
  return ok({ touched: [] });
}
