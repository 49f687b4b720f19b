import { readAsked } from "#lib/domain/search/asked.ts";
import { fold } from "#lib/domain/search/fold.ts";
import { looksLikeAcronym } from "#lib/domain/search/acronyms.ts";
import { searchable } from "#lib/domain/listing/searchable.ts";
import { db, plannedOnce } from "#lib/data/db.ts";
import { listOrdinaryAcronyms } from "./acronyms.ts";
import { isEnglish } from "./english.ts";

/** A search as the directory understands it. */
export interface Interpreted {
  /** Words as they are kept, each with how much a document that holds it gains. */
  lexemes: string[];
  weights: number[];
  phrases: string[];
  without: string[];
  /** Every way in which the directory writes one of the words, in plain small letters; for marking them. */
  forms: string[];
  /** Expressions of several words that mean the same as what was typed, each with what a document gains that holds it as it stands. */
  alternatives: { words: string; weight: number }[];
  /** Words that no case study has, and that stand for nothing else. */
  absent: string[];
  /** The words that say most about what is looked for, in every way the directory writes them: not such as "people" beside "recycle". */
  telling: string[];
  /** Whether every word is one that nearly all texts have, such as "of the": there is nothing to look for. */
  passedOver: boolean;
  /** Words that no document holds, with those they were taken for. */
  corrected: { typed: string; meant: string }[];
}

// A correction may be wrong and a synonym may mean something else, so neither counts as much as what was typed: a synonym is
// worth a share of the words it stands for, however rare it is itself. An acronym that is a word as well may mean that word.
const worth = { correction: 0.7, synonym: 0.6, joined: 0.5, ordinaryAcronym: 0.3 };
/** How much of what the rarest word that is found is worth another must be, so that it tells what is looked for. */
const tellingShare = 0.5;
const compound = /^\p{L}+(?:-\p{L}+)+$/u;
const mostCorrections = 10;
/**
 * How many postings one search may read. Where its words have more, the commonest are passed over, which say least: without
 * a bound, a hundred common words would take longer in a large directory than any statement may.
 */
const mostPostings = 750_000;
/** In as many texts is looked whether what means the same as a word stands there. */
const mostHolders = 2000;

/** Reads what somebody typed: stems, what misspelt words are meant to be, and words that mean the same. */
export async function interpret(q: string): Promise<Interpreted> {
  const { words, phrases, without } = readAsked(searchable(q));
  // What some write with a hyphen, others write together.
  const joined = words.filter((word) => compound.test(word)).map((word) => word.replaceAll("-", ""));
  const ordinary = await listOrdinaryAcronyms();
  // No slips: acronyms, words of English, and those that were written with a hyphen.
  const right = [...words.filter((word) => looksLikeAcronym(word) || isEnglish(fold(word))), ...joined].map(fold);
  const [row] = await db.$queryRaw<Omit<Interpreted, "without">[]>`
    with typed as (
      select word, place, lower(unaccent(word)) as plain
        from unnest(${[...words, ...joined]}::text[]) with ordinality as given (word, place)),
    unheld as (
      select place, plain from typed
       where plain ~ '^[a-z0-9]{2,30}$' and search.lexemes(plain) <> '{}'
         and not exists (select from search.posting where lexeme = (search.lexemes(plain))[1])
         and not exists (select from "Council" where lower(unaccent("name")) ~ ('\\m' || plain || '\\M'))),
    unknown as (select * from unheld where plain ~ '^[a-z]{4,}$' order by place limit ${mostCorrections}),
    meant as materialized (select place, search.correct(plain) as word from unknown where plain <> all (${right})),
    looked_for as (
      select coalesce(meant.word, typed.word) as words,
             case when meant.word is not null then ${worth.correction}::float8 when place > ${words.length} then ${worth.joined}::float8 else 1 end as worth,
             case when plain = any (${ordinary}) then ${worth.ordinaryAcronym}::float8 else 1 end as meant_so
        from typed left join meant using (place)
      union all select phrase, 1, 1 from unnest(${phrases}::text[]) phrase),
    own as (
      select lexeme, sum(cardinality(positions) * worth) as weight, sum(cardinality(positions) * worth * meant_so) as own_weight
        from looked_for, unnest(to_tsvector('search.english', words)) group by lexeme),
    counted as (select *, (select count(*) from search.posting p where p.lexeme = own.lexeme) as held from own),
    rare as (
      select lexeme, held, weight * rarity as weight, own_weight * rarity as own_weight
        from counted, search.total, ln(1 + (documents - held + 0.5) / (held + 0.5)) as rarity),
    said as (
      select taken.word, rare.*
        from typed left join meant using (place),
             lateral (select lower(unaccent(coalesce(meant.word, typed.word))) as word) taken
        join rare on lexeme = any (search.lexemes(taken.word))),
    tells as (
      select word, lexeme from said
       where held = 0 or weight >= ${tellingShare}::float8 * (select max(weight) from said where held > 0)),
    same as (
      select other.words, other.lexemes, max(${worth.synonym}::float8 * typed.weight
               * case when other.words = any (${ordinary}) then ${worth.ordinaryAcronym}::float8 else 1 end) as weight
        from search.synonym mine
        join search.synonym other on other."group" = mine."group" and other.words <> mine.words,
             lateral (select sum(weight) as weight from rare where lexeme = any (mine.lexemes)) typed
       where mine.lexemes <@ (select array_agg(lexeme) from own)
       group by other.words, other.lexemes),
    alternatives as (select words, weight from same where cardinality(lexemes) > 1),
    candidates as (
      select lexeme, max(weight) as weight, max(held) as held
        from (select lexeme, own_weight as weight, held from rare
              union all select lexeme, weight, (select count(*) from search.posting p where p.lexeme = same.lexemes[1])
                          from same, unnest(lexemes) lexeme where cardinality(lexemes) = 1) either
       where held > 0 group by lexeme),
    weighed as (
      select lexeme, weight
        from (select *, sum(held) over (order by weight desc, lexeme) as read from candidates) bounded
       where read <= ${mostPostings} or read = held)
    select coalesce((select array_agg(lexeme order by lexeme) from weighed), '{}') as "lexemes",
           coalesce((select array_agg(weight::float8 order by lexeme) from weighed), '{}') as "weights",
           coalesce((select jsonb_agg(jsonb_build_object('words', words, 'weight', weight) order by words) from alternatives), '[]') as "alternatives",
           coalesce((select array_agg(form) from (
             select word as form from search.word
              where lexeme in (select lexeme from weighed union select unnest(search.lexemes(words)) from alternatives)
             union select plain from typed where search.lexemes(plain) <> '{}') written), '{}') as "forms",
           coalesce((select array_agg(form order by form) from (
             select word as form from tells
             union select word from search.word where lexeme in (select lexeme from tells)) telling), '{}') as "telling",
           coalesce((select jsonb_agg(jsonb_build_object('typed', typed.word, 'meant', meant.word) order by place)
                       from meant join typed using (place) where meant.word is not null), '[]') as "corrected",
           coalesce((select array_agg(typed.word order by place) from unheld join typed using (place) left join meant using (place)
                      where meant.word is null and typed.plain <> all (${joined.map(fold)})
                        and not exists (
                          select from search.synonym mine
                            join search.synonym other on other."group" = mine."group" and other.words <> mine.words
                           where mine.lexemes <@ (select array_agg(lexeme) from own) and mine.lexemes && search.lexemes(typed.plain)
                             and exists (
                               select from (select document from search.posting where lexeme = any (other.lexemes)
                                             group by document having count(*) = cardinality(other.lexemes) limit ${mostHolders}) holder
                                 join search.document d on d.number = holder.document
                                where d.words @@ phraseto_tsquery('search.english', other.words)))), '{}') as "absent",
           coalesce((select array_agg(phrase) from unnest(${phrases}::text[]) phrase where search.lexemes(phrase) <> '{}'), '{}') as "phrases",
           coalesce((select bool_and(search.lexemes(plain) = '{}') from typed), true) and not exists (select from own)
             and ${words.length + phrases.length > 0} as "passedOver" ${plannedOnce}`;
  if (!row) throw new Error("A search could not be read");
  return { ...row, without };
}
