import { db } from "#lib/data/db.ts";
import { current } from "#lib/domain/template/templates.ts";

/**
 * Fills the listing with case studies whose words are as rare and as common as words are (Zipf's law over a vocabulary of
 * 60,000), each with topics, a council and facts of its own. The versions behind them are there; the way they were published
 * is not, since it would take an hour. The search is made from the listing by its own rebuild.
 */
export async function fill(rows: number): Promise<void> {
  await db.$transaction(
    async (tx) => {
      await tx.$executeRaw`set local statement_timeout = 0`;
      await tx.$executeRaw`select setseed(0.42)`;
      await tx.$executeRaw`set local session_replication_role = replica`;
      await tx.$executeRaw`
        create temporary table vocabulary on commit drop as
        select rank, (select string_agg(substr('bdfglmnprstvkzh', 1 + ((rank / (15 * 5) ^ place)::int % 15), 1) || substr('aeiou', 1 + ((rank / 15 / (15 * 5) ^ place)::int % 5), 1), '' order by place)
                        from generate_series(0, 2) place) || chr(97 + rank % 26) as word
          from generate_series(1, 60000) rank`;
      await tx.$executeRaw`alter table vocabulary add primary key (rank)`;
      await tx.$executeRaw`
        create temporary table made on commit drop as
        select n, gen_random_uuid() as "caseStudyId", gen_random_uuid() as "versionId" from generate_series(1, ${rows}::int) n`;
      await tx.$executeRaw`insert into "CaseStudy" ("id", "slug", "createdAt") select "caseStudyId", 'study-' || n, now() from made`;
      await tx.$executeRaw`
        insert into "Version" ("id", "caseStudyId", "number", "template", "state", "latestRevision")
        select "versionId", "caseStudyId", 1, ${current.caseStudy}, 'published', 1 from made`;
      await tx.$executeRaw`
        insert into "Listing" ("caseStudyId", "slug", "template", "title", "titleSort", "summary", "councilId", "councilSlug", "councilName", "councilType",
                               "region", "topics", "support", "collections", "outcome", "cost", "evidence", "month", "publishedAt")
        select m."caseStudyId", 'study-' || n, ${current.caseStudy}, words.title, lower(words.title), words.summary, c."id", c."slug", c."shortName", c."type",
               lower(replace(coalesce(c."region", c."nation"), ' ', '-')), topics.slugs, support.slugs, '{}',
               (array['worked', 'mixed', 'did-not-work'])[1 + n % 3], (array['under-10k', '10k-50k', 'over-1m'])[1 + n % 3], (array['description', 'comparison'])[1 + n % 2],
               to_char(date '2018-01-01' + n % 2900, 'YYYY-MM'), date '2018-01-01' + n % 2900
          from made m
          join (select row_number() over () - 1 as place, c.* from "Council" c where c."endedOn" is null) c on c.place = n % (select count(*) from "Council" where "endedOn" is null)
          cross join lateral (select array_agg(distinct slug) as slugs from (
            select t."slug" from (select row_number() over (order by "slug") - 1 as place, "slug" from "Topic") t where t.place in (n % 47, (n / 7) % 47)) s) topics
          cross join lateral (select array_agg(s."slug") as slugs from (select row_number() over (order by "slug") - 1 as place, "slug" from "SupportType") s where s.place = n % 13) support
          cross join lateral (
            select string_agg(word, ' ') filter (where w <= 8) as title, string_agg(word, ' ') filter (where w > 8) as summary
              from (select w, greatest(1, exp(random() * ln(60000))::int + n * 0) as rank from generate_series(1, 33) w) picked join vocabulary using (rank)) words`;
      await tx.$executeRaw`
        insert into "ListingText" ("caseStudyId", "about", "body")
        select l."caseStudyId", l."summary" || ' ' || l."councilName", text
          from "Listing" l cross join lateral (
            select string_agg(word, ' ') as text
              from (select greatest(1, exp(random() * ln(60000))::int + l."number" * 0) as rank from generate_series(1, 250) w) picked join vocabulary using (rank)) body`;
      await tx.$executeRaw`set local session_replication_role = origin`;
      await tx.$executeRaw`select search.rebuild()`;
    },
    { timeout: 3_600_000 },
  );
}
