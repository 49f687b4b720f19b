import { db } from "#lib/data/db.ts";
import { raiseGeneration } from "#lib/data/generation.ts";
import { listTooCommon } from "#lib/data/searches/synonyms.ts";
import { ok, refuse, type Result } from "#lib/domain/result.ts";
import { mayEditCatalogue, type Actor } from "#lib/domain/workflow/decide.ts";

interface Request {
  /** The set to change; without it, a new one, or the one that has a word of these already. */
  id?: string | undefined;
  words: readonly string[];
  actor: Actor;
}

type Refusal = { why: "not-allowed" } | { why: "gone" } | { why: "too-common"; words: string[] };

const lock = 72707372;

/** Keeps words that mean the same. A word can be in one set only, so sets that share one become one. */
export async function saveSynonym({ id, words, actor }: Request): Promise<Result<string[], Refusal>> {
  if (!mayEditCatalogue(actor)) return refuse({ why: "not-allowed" });
  return db.$transaction(async (tx) => {
    // Two editors at once could otherwise put one word into two sets.
    await tx.$executeRaw`select pg_advisory_xact_lock(${lock})`;
    const common = await listTooCommon(tx, words);
    if (common.length) return refuse({ why: "too-common", words: common });
    if (id && !(await tx.synonym.deleteMany({ where: { id } })).count) return refuse({ why: "gone" });

    const sharing = await tx.synonym.findMany({ where: { words: { hasSome: [...words] } } });
    const joined = [...new Set([...words, ...sharing.flatMap((set) => set.words)])];
    await tx.synonym.deleteMany({ where: { id: { in: sharing.map((set) => set.id) } } });
    await tx.synonym.create({ data: { words: joined } });
    await raiseGeneration(tx);
    return ok(joined);
  });
}
