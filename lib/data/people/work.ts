import type { Queries } from "#lib/data/db.ts";

/** What somebody is reviewing. */
export const listInReviewBy = (tx: Queries, assigneeId: string) =>
  tx.version.findMany({
    where: { assigneeId, state: "in_review" },
    select: { id: true, caseStudyId: true, latestRevision: true },
    orderBy: { caseStudyId: "asc" },
  });
