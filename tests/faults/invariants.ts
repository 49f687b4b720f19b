/** Something that is never so in the database, whatever happened to the site. */
export interface Invariant {
  name: string;
  /** Finds what breaks it: a row each, with what it is about in `what`. */
  sql: string;
}

/** The moves by which an author is written to whenever there is one. */
const lettersToAuthor = ["submit", "release", "requestChanges", "schedule", "unschedule", "publish", "decline"]
  .concat(["withdraw", "restore", "unpublish"])
  .map((kind) => `'${kind}'`)
  .join();

/** All of them. Proofs run them when all is over, and on any database they can be run at any moment. */
export const invariants: readonly Invariant[] = [
  {
    name: "one version of a case study has its page",
    sql: `select "caseStudyId"::text as what from "Version" where state in ('published', 'withdrawn') group by 1 having count(*) > 1`,
  },
  {
    name: "one version of a case study is open",
    sql: `select "caseStudyId"::text as what from "Version"
           where state in ('unconfirmed', 'submitted', 'held', 'in_review', 'changes_requested', 'accepted', 'scheduled')
           group by 1 having count(*) > 1`,
  },
  {
    name: "what has a page has an address",
    sql: `select v.id::text as what from "Version" v join "CaseStudy" c on c.id = v."caseStudyId"
           where v.state in ('published', 'withdrawn') and c.slug is null`,
  },
  {
    name: "what is published is listed, under its address and its title, and nothing else is",
    sql: `select coalesce(v.id, l."caseStudyId")::text as what
            from (select v.id, v."caseStudyId", c.slug, r.answers->>'title' as title from "Version" v
                    join "CaseStudy" c on c.id = v."caseStudyId"
                    join "Revision" r on r."versionId" = v.id and r.number = v."latestRevision"
                   where v.state = 'published') v
            full join "Listing" l on l."caseStudyId" = v."caseStudyId"
            left join "ListingText" t on t."caseStudyId" = l."caseStudyId"
           where v.slug is distinct from l.slug or v.title is distinct from l.title or t."caseStudyId" is null`,
  },
  { name: "the search holds what is published", sql: `select what from search.drift where rows <> 0` },
  {
    name: "no change of what is listed is owed",
    sql: `select "caseStudyId"::text as what from "OwedProjection"`,
  },
  {
    name: "a version says how many revisions it has",
    sql: `select v.id::text as what from "Version" v left join "Revision" r on r."versionId" = v.id
           group by v.id having count(r.number) <> v."latestRevision" or max(r.number) is distinct from v."latestRevision"`,
  },
  {
    name: "a version is where its history left it",
    sql: `select v.id::text as what from "Version" v
            left join lateral (select "toState" from "Event" e where e."versionId" = v.id order by e.id desc limit 1) last on true
           where last."toState" is distinct from v.state`,
  },
  {
    name: "each line of history begins where the one before it ended",
    sql: `select id::text as what from (
            select id, kind, "fromState", lag("toState") over (partition by "versionId" order by id) as before from "Event") e
           where "fromState" is distinct from before and not (kind in ('start', 'restoreAsDraft') and before is null)`,
  },
  {
    name: "a line of history is about words that are there",
    sql: `select e.id::text as what from "Event" e
           where not exists (select 1 from "Revision" r where r."versionId" = e."versionId" and r.number = e.revision)`,
  },
  {
    name: "nothing was replaced without what replaced it",
    sql: `select v.id::text as what from "Version" v where v.state = 'superseded' and not exists (
            select 1 from "Version" n where n."caseStudyId" = v."caseStudyId" and n.id <> v.id
               and n.state in ('published', 'withdrawn', 'superseded', 'unpublished') and n.number <> v.number)`,
  },
  {
    name: "what happened to a version with an author is told to them once",
    sql: `select e.id::text as what from "Event" e join "Version" v on v.id = e."versionId"
            left join "Letter" l on l."eventId" = e.id and l.kind = e.kind and l."toId" = v."authorId"
           where v."authorId" is not null and not v.imported and e.kind in (${lettersToAuthor})
           group by e.id having count(l.id) <> 1`,
  },
  {
    name: "nobody is told twice of one thing",
    sql: `select min(id::text) as what from "Letter" where "eventId" is not null
           group by "eventId", kind, coalesce("toId"::text, address, '') having count(*) > 1`,
  },
  {
    name: "what an answer names is a file of its case study",
    sql: `select distinct named.id as what from "Revision" r join "Version" v on v.id = r."versionId"
           cross join lateral (select f #>> '{}' as id from jsonb_path_query(r.answers, '$.**.attachment') f) named
           where not exists (select 1 from "Attachment" a where a.id::text = named.id and a."caseStudyId" = v."caseStudyId")`,
  },
  {
    name: "no address leads round in a circle",
    sql: `with recursive walk (start, path, hops) as (
            select path, target, 1 from "Redirect"
            union all select w.start, r.target, w.hops + 1 from walk w join "Redirect" r on r.path = w.path where w.hops < 50)
          select distinct start as what from walk where hops = 50 or path = start`,
  },
  {
    name: "what is nobody's any more and no record is gone",
    sql: `select v.id::text as what from "Version" v
           where v."authorId" is null and not v.imported
             and v.state in ('unconfirmed', 'submitted', 'held', 'in_review', 'changes_requested', 'declined')`,
  },
  {
    name: "no link, letter or session is left of somebody who has been erased",
    sql: `select 'link ' || l.id as what from "Link" l where l."personId" is null and l."versionId" is null
          union all select 'session ' || s.id from "Session" s left join "Person" p on p.id = s."userId" where p.id is null
          union all select 'letter ' || l.id from "Letter" l left join "Person" p on p.id = l."toId"
           where l."toId" is not null and p.id is null`,
  },
  {
    name: "nothing waits for a time that is long past",
    sql: `select id::text as what from "Version"
           where state = 'scheduled' and "publishAt" < now() - interval '10 minutes'`,
  },
  {
    name: "no file of the whole directory is newer than the directory",
    sql: `select name as what from "Download" where generation > (select number from "Generation")`,
  },
];

/** @param list runs a statement and answers its rows @returns a line for each invariant that is broken */
export async function listBrokenInvariants(
  list: (sql: string) => Promise<unknown[]>,
): Promise<{ name: string; rows: string[] }[]> {
  const found = [];
  for (const { name, sql } of invariants) {
    const rows = (await list(sql)) as { what: string }[];
    if (rows.length) found.push({ name, rows: rows.map(({ what }) => what) });
  }
  return found;
}
