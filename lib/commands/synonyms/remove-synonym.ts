import { publicly, raiseGeneration } from "#lib/data/generation.ts";
import { lockSynonyms } from "#lib/data/searches/synonyms.ts";
import { noteSynonyms } from "./note-synonyms.ts";
import { ok, refuse, type Result } from "#lib/domain/result.ts";
import { inOneLine } from "#lib/domain/search/synonyms.ts";
import { mayEditCatalogue, type Actor } from "#lib/domain/workflow/decide.ts";

interface Request {
  id: string;
  /** What the set was when it was read, in one line; without it, whatever it is now. */
  basedOn?: string | undefined;
  actor: Actor;
  now?: Date;
}

type Refusal = { why: "not-allowed" } | { why: "gone" } | { why: "changed"; words: string[] };

/** Forgets that some words mean the same. */
export async function removeSynonym({ id, basedOn, actor, now = new Date() }: Request): Promise<Result<null, Refusal>> {
  if (!mayEditCatalogue(actor)) return refuse({ why: "not-allowed" });
  return publicly(async (tx) => {
    const set = (await lockSynonyms(tx)).find((one) => one.id === id);
    if (!set) return refuse({ why: "gone" });
    if (basedOn !== undefined && basedOn !== inOneLine(set.words)) return refuse({ why: "changed", words: set.words });

    await tx.synonym.delete({ where: { id } });
    await noteSynonyms(tx, { before: [set], words: [], actor, now });
    await raiseGeneration(tx);
    return ok(null);
  });
}
