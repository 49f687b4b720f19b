import { db } from "#lib/data/db.ts";
import { raiseGeneration } from "#lib/data/generation.ts";
import { ok, refuse } from "#lib/domain/result.ts";
import { mayEditCatalogue, type Actor } from "#lib/domain/workflow/decide.ts";

/** Forgets that some words mean the same. */
export async function removeSynonym({ id, actor }: { id: string; actor: Actor }) {
  if (!mayEditCatalogue(actor)) return refuse("not-allowed");
  return db.$transaction(async (tx) => {
    const { count } = await tx.synonym.deleteMany({ where: { id } });
    if (!count) return refuse("gone");
    await raiseGeneration(tx);
    return ok(null);
  });
}
