import { db } from "#lib/data/db.ts";

/** Everything a command could have changed. Two of these are equal when nothing has happened in between. */
export async function snapshot() {
  const rows = await db.$queryRaw<{ what: string; rows: unknown }[]>`
    select 'Version' as what, (select jsonb_agg(v order by v."id") from "Version" v) as rows
    union all select 'CaseStudy', (select jsonb_agg(c order by c."id") from "CaseStudy" c)
    union all select 'Revision', (select to_jsonb(count(*)) from "Revision")
    union all select 'Event', (select to_jsonb(count(*)) from "Event")
    union all select 'FactCheck', (select jsonb_agg(f order by f."id") from "FactCheck" f)
    union all select 'Letter', (select to_jsonb(count(*)) from "Letter")
    union all select 'Person', (select jsonb_agg(p order by p."id") from "Person" p)
    union all select 'Contributor', (select to_jsonb(count(*)) from "Contributor")
    union all select 'Collection', (select jsonb_agg(c order by c."id") from "Collection" c)
    union all select 'CollectionItem', (select jsonb_agg(to_jsonb(i) - 'addedAt' order by i."collectionId", i."position") from "CollectionItem" i)
    union all select 'CatalogueChange', (select to_jsonb(count(*)) from "CatalogueChange")
    union all select 'FormerSlug', (select jsonb_agg(f order by f."subject", f."slug") from "FormerSlug" f)
    union all select 'Council', (select jsonb_agg(c order by c."id") from "Council" c)
    union all select 'CouncilSuccession', (select jsonb_agg(s order by s."predecessorId", s."successorId") from "CouncilSuccession" s)
    union all select 'OwedProjection', (select to_jsonb(count(*)) from "OwedProjection")
    union all select 'Redirect', (select jsonb_agg(r order by r."path") from "Redirect" r)
    union all select 'Listing', (select jsonb_agg(l order by l."caseStudyId") from "Listing" l)
    union all select 'Generation', (select to_jsonb("number") from "Generation")`;
  return Object.fromEntries(rows.map(({ what, rows: found }) => [what, found]));
}

/** What the public generation is at. */
export async function generation(): Promise<number> {
  const { number } = await db.generation.findUniqueOrThrow({ where: { id: 1 } });
  return Number(number);
}
