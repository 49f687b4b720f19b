import { db, type Queries } from "#lib/data/db.ts";

/** Notes, in the transaction that changes what case studies are filed under, that their rows in the listing are to follow. */
export async function oweProjections(tx: Queries, caseStudyIds: readonly string[]): Promise<void> {
  const data = [...new Set(caseStudyIds)].map((caseStudyId) => ({ caseStudyId }));
  await tx.owedProjection.createMany({ data, skipDuplicates: true });
}

/** Notes that rows have been written. */
export async function settleProjections(tx: Queries, caseStudyIds: readonly string[]): Promise<void> {
  await tx.owedProjection.deleteMany({ where: { caseStudyId: { in: [...caseStudyIds] } } });
}

/**
 * Published case studies with partner councils whose rows know of none: written by a site from before such rows, which may have gone on
 * for a while on the database of its successor.
 */
export async function listWithoutPartners(): Promise<string[]> {
  const rows = await db.$queryRaw<{ caseStudyId: string }[]>`
    select l."caseStudyId" from "Listing" l
      join "Version" v on v."caseStudyId" = l."caseStudyId" and v."state" = 'published'
      join "Revision" r on r."versionId" = v."id" and r."number" = v."latestRevision"
     where l."partnerIds" is null and jsonb_typeof(r."answers" -> 'partners') = 'array' and r."answers" -> 'partners' <> '[]'
     order by l."caseStudyId"`;
  return rows.map(({ caseStudyId }) => caseStudyId);
}

/** The case studies whose rows are still to follow. */
export async function listOwedProjections(): Promise<string[]> {
  const rows = await db.owedProjection.findMany({ orderBy: { caseStudyId: "asc" } });
  return rows.map(({ caseStudyId }) => caseStudyId);
}
