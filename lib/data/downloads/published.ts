import type { Queries } from "#lib/data/db.ts";
import { readRecords, withCaseStudy, type CaseStudyRecord } from "#lib/data/directory/records.ts";

/**
 * Every published case study as the public may know it, some at a time, in the order they were started in. What is
 * withdrawn is left out.
 */
export async function* eachPublished(tx: Queries, size = 100): AsyncGenerator<CaseStudyRecord[]> {
  let last: string | null = null;
  do {
    const versions = await listVersions(tx, last, size);
    if (versions.length) yield await readRecords(tx, versions);
    last = versions.length < size ? null : (versions.at(-1)?.caseStudyId ?? null);
  } while (last);
}

const listVersions = (tx: Queries, after: string | null, size: number) =>
  tx.version.findMany({
    where: { state: "published", ...(after && { caseStudyId: { gt: after } }) },
    orderBy: { caseStudyId: "asc" },
    take: size,
    include: withCaseStudy,
  });
