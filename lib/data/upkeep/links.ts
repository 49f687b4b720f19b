import type { Answers } from "#lib/domain/template/answers.ts";
import { getTemplate } from "#lib/domain/template/templates.ts";
import { counted, type LinkResult } from "#lib/domain/upkeep/link-results.ts";
import { linksIn } from "#lib/domain/upkeep/links.ts";
import { factText } from "#lib/data/review/fact-sql.ts";
import { db } from "#lib/data/db.ts";
import { checksLinks } from "#lib/ops/env.ts";

/** The published case studies after one, in the order of their ids, with every address their words lead to. */
export async function listLinked(
  after: string | null,
  limit: number,
): Promise<{ caseStudyId: string; urls: string[] }[]> {
  const versions = await db.version.findMany({
    where: { state: "published", ...(after && { caseStudyId: { gt: after } }) },
    orderBy: { caseStudyId: "asc" },
    take: limit,
    include: { revisions: { orderBy: { number: "desc" }, take: 1 } },
  });
  return versions.map(({ caseStudyId, template, revisions: [latest] }) => ({
    caseStudyId,
    urls: linksIn(getTemplate(template), (latest?.answers ?? {}) as Answers),
  }));
}

/** Which addresses of a case study have been followed since a moment. What it no longer leads to is forgotten. */
export async function listFollowedSince(caseStudyId: string, urls: readonly string[], since: Date): Promise<string[]> {
  await db.linkCheck.deleteMany({ where: { caseStudyId, url: { notIn: [...urls] } } });
  const rows = await db.linkCheck.findMany({
    where: { caseStudyId, checkedAt: { gte: since } },
    select: { url: true },
  });
  return rows.map(({ url }) => url);
}

/** What is kept of links of case studies that are not published any more goes. */
export async function forgetUnpublishedLinks(): Promise<void> {
  await db.linkCheck.deleteMany({ where: { caseStudy: { versions: { none: { state: "published" } } } } });
}

interface Followed {
  result: LinkResult;
  status: number | null;
  target: string;
}

/** Keeps what a link of a case study led to. */
export async function keepLinkCheck(caseStudyId: string, url: string, followed: Followed, now: Date): Promise<void> {
  const where = { caseStudyId_url: { caseStudyId, url } };
  const before = await db.linkCheck.findUnique({ where });
  const row = { ...followed, ...counted(before, followed.result, now), checkedAt: now };
  await db.linkCheck.upsert({ where, create: { caseStudyId, url, ...row }, update: row });
}

/** A link that readers follow in vain, or that has moved. */
export interface LinkRow {
  caseStudyId: string;
  versionId: string;
  slug: string;
  title: string;
  url: string;
  result: LinkResult;
  status: number | null;
  target: string;
  failures: number;
  failingSince: Date | null;
  checkedAt: Date;
}

export const linksPerPage = 100;

/** One page of the links that do not work, by case study, those that have failed for longest first; then those that have moved. */
export const listLinksToMend = (page: number): Promise<LinkRow[]> => db.$queryRaw<LinkRow[]>`
  select l.*, v."id" as "versionId", k."slug", coalesce(${factText("title")}, '') as "title"
    from "LinkCheck" l
    join "CaseStudy" k on k."id" = l."caseStudyId"
    join "Version" v on v."caseStudyId" = k."id" and v."state" = 'published'
    join "Revision" r on r."versionId" = v."id" and r."number" = v."latestRevision"
   where l."result" <> 'ok'
   order by max(l."failures") over (partition by l."caseStudyId") desc, l."caseStudyId", l."failures" desc, l."url"
   limit ${linksPerPage} offset ${(page - 1) * linksPerPage}`;

/** How many links do not work, how many have moved, when one was last followed, and whether this site follows them at all. */
export async function countLinks(): Promise<{
  broken: number;
  moved: number;
  checkedAt: Date | null;
  followed: boolean;
}> {
  const [broken, moved, last] = await Promise.all([
    db.linkCheck.count({ where: { failures: { gt: 0 } } }),
    db.linkCheck.count({ where: { result: "moved" } }),
    db.linkCheck.aggregate({ _max: { checkedAt: true } }),
  ]);
  return { broken, moved, checkedAt: last._max.checkedAt, followed: checksLinks() };
}
