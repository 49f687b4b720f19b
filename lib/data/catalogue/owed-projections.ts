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

/** The case studies whose rows are still to follow. */
export async function listOwedProjections(): Promise<string[]> {
  const rows = await db.owedProjection.findMany({ orderBy: { caseStudyId: "asc" } });
  return rows.map(({ caseStudyId }) => caseStudyId);
}
