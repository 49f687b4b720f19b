import { db, type Queries } from "#lib/data/db.ts";

/** Every set of words that mean the same, by their first. */
export async function listSynonyms(): Promise<{ id: string; words: string[] }[]> {
  const sets = await db.synonym.findMany();
  return sets.toSorted((a, b) => (a.words[0] ?? "").localeCompare(b.words[0] ?? "", "en-GB"));
}

/** The words that a search passes over because nearly every text has them, such as "of the". */
export async function listTooCommon(tx: Queries, words: readonly string[]): Promise<string[]> {
  const rows = await tx.$queryRaw<{ word: string }[]>`
    select word from unnest(${[...words]}::text[]) word where search.lexemes(word) = '{}'`;
  return rows.map(({ word }) => word);
}
