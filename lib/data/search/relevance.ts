import { Prisma } from "#prisma/client/client.ts";
import type { Interpreted } from "./interpret.ts";

/*
 * BM25's two constants: how soon more of a word stops counting, and how much a long text loses. Chosen, like `kept`, by
 * measuring public collections of questions with known answers; `npm run bench -- search` measures them again.
 */
const k1 = 1.8;
const b = 0.7;

/**
 * How much of the best document's score another needs to be a result at all. Without it everything that shares one common
 * word would be one: four in five documents for a question of whole sentences. A quarter keeps nine in ten of those that
 * people judged right, and takes nine in ten of the others away.
 */
const kept = 0.25;

/** An expression of several words is looked for in the texts of those documents alone that have most of them. */
const mostHolders = 2000;

/**
 * Every document that holds any of the words and how well it answers: "number" and "score".
 *
 * @param enough how much of the best score is needed; with quoted words, they alone say what is a result
 */
export function scored(
  { lexemes, weights, alternatives, phrases }: Pick<Interpreted, "lexemes" | "weights" | "alternatives" | "phrases">,
  enough = phrases.length ? 0 : kept,
): Prisma.Sql {
  const gain = (weight: Prisma.Sql, frequency: Prisma.Sql, length: Prisma.Sql) =>
    Prisma.sql`${weight} * ${k1 + 1}::float8 * ${frequency}
      / (${frequency} + ${k1}::float8 * (${1 - b}::float8 + ${b}::float8 * ${length} / (select length::float8 / greatest(documents, 1) from search.total)))`;
  const others = alternatives.length
    ? Prisma.sql`
      union all
      select d.number, ${gain(Prisma.sql`a.weight`, Prisma.sql`holder.frequency`, Prisma.sql`d.length`)}
        from unnest(${alternatives.map(({ words }) => words)}::text[], ${alternatives.map(({ weight }) => weight)}::float8[]) as a (words, weight)
       cross join lateral (select p.document, min(p.frequency)::float8 as frequency from search.posting p
                       where p.lexeme = any (search.lexemes(a.words)) group by p.document
                      having count(*) = cardinality(search.lexemes(a.words)) order by 2 desc limit ${mostHolders}) holder
        join search.document d on d.number = holder.document and d.words @@ phraseto_tsquery('search.english', a.words)`
    : Prisma.empty;
  return Prisma.sql`
    hit as (
      select "number", sum("score") as "score" from (
        select p.document as "number", ${gain(Prisma.sql`t.weight`, Prisma.sql`p.frequency`, Prisma.sql`p.length`)} as "score"
          from unnest(${lexemes}::text[], ${weights}::float8[]) as t (lexeme, weight) join search.posting p using (lexeme)
        ${others}) gains
       group by "number"),
    found as materialized (select * from hit where "score" >= ${enough}::float8 * (select max("score") from hit))`;
}

/** What has to be, or may not be, in a document word for word. "found" has the rows that are asked about. */
export function wordForWord({ phrases, without }: Interpreted): Prisma.Sql[] {
  const holds = (words: string) =>
    Prisma.sql`exists (select from search.document d where d.number = found."number" and d.words @@ phraseto_tsquery('search.english', ${words}))`;
  return [...phrases.map(holds), ...without.map((words) => Prisma.sql`not ${holds(words)}`)];
}
