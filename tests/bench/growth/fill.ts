import { randomUUID } from "node:crypto";
import { db, type Queries } from "#lib/data/db.ts";
import { current } from "#lib/domain/template/templates.ts";
import { createWriter } from "./words.ts";

const atOnce = 2000;
const seed = 42;

/**
 * Fills the listing with case studies, each with topics, a council and facts of its own. The versions behind them are there; the
 * way they were published is not, since it would take hours. The search is made from the listing by its own rebuild.
 *
 * @param bodyWords how long their texts are
 */
export async function fill(rows: number, bodyWords = 250): Promise<void> {
  const write = createWriter(seed);
  await db.$transaction(
    async (tx) => {
      await tx.$executeRaw`set local statement_timeout = 0`;
      await tx.$executeRaw`set local session_replication_role = replica`;
      for (let first = 1; first <= rows; first += atOnce)
        await addSome(tx, first, Math.min(rows, first + atOnce - 1), write, bodyWords);
      await tx.$executeRaw`set local session_replication_role = origin`;
      await tx.$executeRaw`select search.rebuild()`;
      // No trigger has noted what was added, so nobody can catch up with it.
      await tx.$executeRaw`delete from search.generation`;
      await tx.$executeRaw`update "Generation" set "number" = "number" + 1`;
    },
    { timeout: 7_200_000 },
  );
}

async function addSome(tx: Queries, first: number, last: number, write: (count: number) => string, bodyWords: number) {
  const made = Array.from({ length: last - first + 1 }, (_, index) => ({
    n: first + index,
    id: randomUUID(),
    version: randomUUID(),
    title: write(8),
    summary: write(25),
    body: write(bodyWords),
  }));
  const given = JSON.stringify(made);
  await tx.$executeRaw`
    with made as (select * from jsonb_to_recordset(${given}::jsonb) as m (n int, id uuid, version uuid, title text, summary text, body text)),
    councils as (select row_number() over (order by "id") - 1 as place, count(*) over () as all, c.* from "Council" c where c."endedOn" is null),
    topics as (select row_number() over (order by "slug") - 1 as place, "slug" from "Topic"),
    support as (select row_number() over (order by "slug") - 1 as place, "slug" from "SupportType"),
    studies as (insert into "CaseStudy" ("id", "slug", "createdAt") select id, 'study-' || n, now() from made),
    versions as (
      insert into "Version" ("id", "caseStudyId", "number", "template", "state", "latestRevision")
      select version, id, 1, ${current.caseStudy}, 'published', 1 from made),
    listed as (
      insert into "Listing" ("caseStudyId", "slug", "template", "title", "titleSort", "summary", "councilId", "councilSlug", "councilName", "councilType",
                             "region", "topics", "support", "collections", "outcome", "cost", "evidence", "month", "publishedAt")
      select m.id, 'study-' || n, ${current.caseStudy}, m.title, m.title, m.summary, c."id", c."slug", c."shortName", c."type",
             lower(replace(coalesce(c."region", c."nation"), ' ', '-')),
             array(select t."slug" from topics t where t.place in (n % 47, (n / 7) % 47)), array(select s."slug" from support s where s.place = n % 13), '{}',
             (array['worked', 'mixed', 'did-not-work'])[1 + n % 3], (array['under-10k', '10k-50k', 'over-1m'])[1 + n % 3], (array['description', 'comparison'])[1 + n % 2],
             to_char(date '2018-01-01' + n % 2900, 'YYYY-MM'), date '2018-01-01' + n % 2900
        from made m join councils c on c.place = n % c.all)
    insert into "ListingText" ("caseStudyId", "about", "body")
    select m.id, m.summary || ' ' || c."shortName", m.body from made m join councils c on c.place = n % c.all`;
}
