import { openStates, type State } from "#lib/domain/workflow/states.ts";
import { db, type Queries } from "#lib/data/db.ts";
import { factText } from "#lib/data/review/fact-sql.ts";

/** What somebody is reviewing. */
export const listInReviewBy = (tx: Queries, assigneeId: string) =>
  tx.version.findMany({
    where: { assigneeId, state: "in_review" },
    select: { id: true, caseStudyId: true, latestRevision: true },
    orderBy: { caseStudyId: "asc" },
  });

/** Something open that names somebody as who has it. */
export interface OpenWork {
  id: string;
  title: string;
  state: State;
}

/** What is open and names some people as who has it, the oldest first, under their ids. */
export async function listOpenWork(people: readonly string[]): Promise<Map<string, OpenWork[]>> {
  const rows = await db.$queryRaw<(OpenWork & { personId: string })[]>`
    select v."assigneeId" as "personId", v."id", coalesce(${factText("title")}, '') as "title", v."state"
      from "Version" v join "Revision" r on r."versionId" = v."id" and r."number" = v."latestRevision"
     where v."assigneeId" = any(${[...people]}::uuid[]) and v."state" = any(${[...openStates]}::"State"[])
     order by v."id"`;
  const byPerson = Map.groupBy(rows, ({ personId }) => personId);
  return new Map([...byPerson].map(([id, found]) => [id, found.map(({ personId: _, ...work }) => work)]));
}
