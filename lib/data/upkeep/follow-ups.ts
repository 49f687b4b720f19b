import { pageStates, type State } from "#lib/domain/workflow/states.ts";
import { yearsOn, type FollowUpKind } from "#lib/domain/upkeep/enquiries.ts";
import { factText } from "#lib/data/review/fact-sql.ts";
import { db, type Queries } from "#lib/data/db.ts";

/** What a council says happened next, as readers see it. */
export interface ShownFollowUp {
  id: string;
  caseStudyId: string;
  text: string;
  toldAt: Date;
  /** How many years after the case study was published it was asked. */
  years: number;
}

/** What editors have published of it, of several case studies, in the order of time. */
export async function listShownFollowUps(queries: Queries, caseStudyIds: readonly string[]): Promise<ShownFollowUp[]> {
  const rows = await queries.followUp.findMany({
    where: { caseStudyId: { in: [...caseStudyIds] }, state: "published" },
    orderBy: [{ toldAt: "asc" }, { id: "asc" }],
    select: { id: true, caseStudyId: true, text: true, toldAt: true, enquiry: { select: { kind: true } } },
  });
  return rows.map(({ enquiry, ...row }) => ({ ...row, years: yearsOn[enquiry.kind as FollowUpKind] }));
}

/** What a council says happened next, as editors see it. */
export interface FollowUpRow {
  id: string;
  told: string;
  text: string;
  toldAt: Date;
  state: "waiting" | "published" | "declined";
  years: number;
  caseStudyId: string;
  versionId: string;
  slug: string;
  title: string;
}

type Row = Omit<FollowUpRow, "years"> & { kind: FollowUpKind };

export const followUpsPerPage = 50;

/** One page of what waits for an editor, the longest first, and after it of what is published, the newest first. */
export async function listFollowUps(page: number): Promise<FollowUpRow[]> {
  const rows = await db.$queryRaw<Row[]>`
    select f."id", f."told", f."text", f."toldAt", f."state", e."kind", f."caseStudyId", v."id" as "versionId", k."slug",
           coalesce(${factText("title")}, '') as "title"
      from "FollowUp" f
      join "Enquiry" e on e."id" = f."enquiryId"
      join "CaseStudy" k on k."id" = f."caseStudyId"
      join "Version" v on v."caseStudyId" = k."id" and v."state" = any(${[...pageStates] satisfies State[]}::"State"[])
      join "Revision" r on r."versionId" = v."id" and r."number" = v."latestRevision"
     where f."state" in ('waiting', 'published')
     order by f."state" desc, case when f."state" = 'waiting' then f."toldAt" end, f."toldAt" desc, f."id"
     limit ${followUpsPerPage} offset ${(page - 1) * followUpsPerPage}`;
  return rows.map(({ kind, ...row }) => ({ ...row, years: yearsOn[kind] }));
}

/** How many of those there are. */
export async function countFollowUps(): Promise<{ waiting: number; published: number }> {
  const shown = { caseStudy: { versions: { some: { state: { in: [...pageStates] } } } } };
  const [waiting, published] = await Promise.all(
    (["waiting", "published"] as const).map((state) => db.followUp.count({ where: { state, ...shown } })),
  );
  return { waiting: waiting ?? 0, published: published ?? 0 };
}
