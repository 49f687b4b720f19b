import { publicly, raiseGeneration } from "#lib/data/generation.ts";
import { listTooCommon, lockSynonyms } from "#lib/data/searches/synonyms.ts";
import { noteSynonyms } from "./note-synonyms.ts";
import { ok, refuse, type Result } from "#lib/domain/result.ts";
import { bareWords, inOneLine, shareWord } from "#lib/domain/search/synonyms.ts";
import { mayEditCatalogue, type Actor } from "#lib/domain/workflow/decide.ts";

interface Request {
  /** The set to change; without it, a new one, or the one that has a word of these already. */
  id?: string | undefined;
  /** What the set to change was when it was read, in one line; without it, whatever it is now. */
  basedOn?: string | undefined;
  words: readonly string[];
  actor: Actor;
  now?: Date;
}

type Refusal =
  | { why: "not-allowed" }
  | { why: "gone" }
  | { why: "changed"; words: string[] }
  | { why: "too-common"; words: string[] };

/** Keeps words that mean the same. A word can be in one set only, so sets that share one become one. */
export async function saveSynonym({
  id,
  basedOn,
  words,
  actor,
  now = new Date(),
}: Request): Promise<Result<string[], Refusal>> {
  if (!mayEditCatalogue(actor)) return refuse({ why: "not-allowed" });
  return publicly(async (tx) => {
    const sets = await lockSynonyms(tx);
    const own = sets.find((set) => set.id === id);
    if (id && !own) return refuse({ why: "gone" });
    if (own && basedOn !== undefined && basedOn !== inOneLine(own.words))
      // The same form sent again finds its own work.
      return inOneLine(words) === inOneLine(own.words) ? ok(own.words) : refuse({ why: "changed", words: own.words });
    const common = await listTooCommon(tx, words);
    if (common.length) return refuse({ why: "too-common", words: common });

    const sharing = sets.filter((set) => set !== own && shareWord(set.words, words));
    const joined = bareWords([...words, ...sharing.flatMap((set) => set.words)]);
    // The set keeps its id, so that whoever has it open beside this is told of a change and not of a removal.
    const [kept, ...rest] = own ? [own, ...sharing] : sharing;
    await tx.synonym.deleteMany({ where: { id: { in: rest.map((set) => set.id) } } });
    if (kept) await tx.synonym.update({ where: { id: kept.id }, data: { words: joined } });
    else await tx.synonym.create({ data: { words: joined } });
    const before = kept ? [kept, ...rest] : [];
    await noteSynonyms(tx, { before, words: joined, actor, now });
    await raiseGeneration(tx);
    return ok(joined);
  });
}
