import { db, type Queries } from "#lib/data/db.ts";

/** Every set of words that mean the same, by their first. */
export async function listSynonyms(): Promise<{ id: string; words: string[] }[]> {
  const sets = await db.synonym.findMany();
  return sets.toSorted((a, b) => (a.words[0] ?? "").localeCompare(b.words[0] ?? "", "en-GB"));
}

const lock = 72707372;

/**
 * Every set, the oldest first, for a command that changes them. Until the transaction ends nobody else changes any: two
 * editors at once could otherwise put one word into two sets.
 */
export async function lockSynonyms(tx: Queries): Promise<{ id: string; words: string[] }[]> {
  await tx.$executeRaw`select pg_advisory_xact_lock(${lock})`;
  return tx.synonym.findMany({ orderBy: { id: "asc" } });
}

/** The words that a search passes over because nearly every text has them, such as "of the". */
export async function listTooCommon(tx: Queries, words: readonly string[]): Promise<string[]> {
  const rows = await tx.$queryRaw<{ word: string }[]>`
    select word from unnest(${[...words]}::text[]) word where search.lexemes(word) = '{}'`;
  return rows.map(({ word }) => word);
}
