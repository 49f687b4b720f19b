import { readAsked } from "#lib/domain/search/asked.ts";
import { searchable } from "#lib/domain/listing/searchable.ts";
import { db } from "#lib/data/db.ts";

/** A search as the directory understands it. */
export interface Interpreted {
  /** Words as they are kept, each with how much a document that holds it gains. */
  lexemes: string[];
  weights: number[];
  phrases: string[];
  without: string[];
  /** Every way in which the directory writes one of the words, in plain small letters; for marking them. */
  forms: string[];
  /** Whether every word is one that nearly all texts have, such as "of the": there is nothing to look for. */
  passedOver: boolean;
  /** Words that no document holds, with those they were taken for. */
  corrected: { typed: string; meant: string }[];
}

// A correction may be wrong and a synonym may mean something else, so neither counts as much as what was typed: a synonym is
// worth a share of the words it stands for, however rare it is itself.
const worth = { correction: 0.7, synonym: 0.6 };
const mostCorrections = 10;
/**
 * How many postings one search may read. Where its words have more, the commonest are passed over, which say least: without
 * a bound, a hundred common words would take longer in a large directory than any statement may.
 */
const mostPostings = 750_000;

/** Reads what somebody typed: stems, what misspelt words are meant to be, and words that mean the same. */
export async function interpret(q: string): Promise<Interpreted> {
  const { words, phrases, without } = readAsked(searchable(q));
  const [row] = await db.$queryRaw<Pick<Interpreted, "lexemes" | "weights" | "forms" | "corrected" | "passedOver">[]>`
    with typed as (
      select word, place, lower(unaccent(word)) as plain from unnest(${words}::text[]) with ordinality as given (word, place)),
    unknown as (
      select place, plain from typed
       where plain ~ '^[a-z]{4,30}$' and search.lexemes(plain) <> '{}'
         and not exists (select from search.posting where lexeme = (search.lexemes(plain))[1])
         and not exists (select from "Council" where lower(unaccent("name")) ~ ('\\m' || plain || '\\M'))
       order by place limit ${mostCorrections}),
    meant as materialized (select place, search.correct(plain) as word from unknown),
    own as (
      select lexeme, sum(cardinality(positions) * factor) as weight
        from (select coalesce(meant.word, typed.word) as word, case when meant.word is null then 1 else ${worth.correction}::float8 end as factor
                from typed left join meant using (place)
              union all select phrase, 1 from unnest(${phrases}::text[]) phrase) looked_for,
             unnest(to_tsvector('search.english', looked_for.word))
       group by lexeme),
    counted as (select lexeme, weight, (select count(*) from search.posting p where p.lexeme = own.lexeme) as held from own),
    rare as (
      select lexeme, held, weight * ln(1 + (documents - held + 0.5) / (held + 0.5)) as weight from counted, search.total),
    same as (
      select lexeme, max(${worth.synonym}::float8 * typed.weight / cardinality(other.lexemes)) as weight
        from search.synonym mine
        join search.synonym other on other."group" = mine."group" and other.words <> mine.words,
             lateral (select sum(weight) as weight from rare where lexeme = any (mine.lexemes)) typed,
             unnest(other.lexemes) lexeme
       where mine.lexemes <@ (select array_agg(lexeme) from own)
       group by lexeme),
    candidates as (
      select lexeme, max(weight) as weight, max(held) as held
        from (select lexeme, weight, held from rare
              union all select lexeme, weight, (select count(*) from search.posting p where p.lexeme = same.lexeme) from same) either
       where held > 0 group by lexeme),
    weighed as (
      select lexeme, weight
        from (select *, sum(held) over (order by weight desc, lexeme) as read from candidates) bounded
       where read <= ${mostPostings} or read = held)
    select coalesce((select array_agg(lexeme order by lexeme) from weighed), '{}') as "lexemes",
           coalesce((select array_agg(weight::float8 order by lexeme) from weighed), '{}') as "weights",
           coalesce((select array_agg(form) from (
             select word as form from search.word where lexeme in (select lexeme from weighed)
             union select plain from typed where search.lexemes(plain) <> '{}') written), '{}') as "forms",
           coalesce((select jsonb_agg(jsonb_build_object('typed', typed.word, 'meant', meant.word) order by place)
                       from meant join typed using (place) where meant.word is not null), '[]') as "corrected",
           coalesce((select bool_and(search.lexemes(plain) = '{}') from typed), false) and not exists (select from own) as "passedOver"`;
  const none = { lexemes: [], weights: [], forms: [], corrected: [], passedOver: false };
  return { ...none, ...row, phrases, without };
}
