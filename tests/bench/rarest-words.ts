import { db } from "#lib/data/db.ts";

/** The three rarest words of a question that occur at all, in their order; all of it where none does. */
export async function rarestWords(text: string): Promise<string> {
  const words: string[] = text.match(/[\p{L}\p{N}]+/gu) ?? [];
  const rows = await db.$queryRaw<{ word: string }[]>`
    select word from (
      select word, min(place) as place, (select count(*) from search.posting where lexeme = (search.lexemes(word))[1]) as held
        from unnest(${words}::text[]) with ordinality as given (word, place) group by word) counted
     where held > 0 order by held, place limit 3`;
  const rare = rows.map(({ word }) => word);
  return rare.length
    ? words.filter((word, index) => rare.includes(word) && words.indexOf(word) === index).join(" ")
    : text;
}
