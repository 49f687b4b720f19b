import { Prisma } from "#prisma/client/client.ts";
import type { Queries } from "#lib/data/db.ts";
import { factList, factText } from "#lib/data/review/fact-sql.ts";
import { openStates, pageStates, type State } from "#lib/domain/workflow/states.ts";

/** The case studies that a change is about. */
export interface Affected {
  /** Those with a page. */
  published: { slug: string; title: string; state: State }[];
  /** Versions on their way to one, that editors may open. */
  open: { versionId: string; title: string; state: State }[];
  /** How many drafts only their authors have. */
  drafts: number;
}

/** The case studies whose newest words name one of some councils, as the lead or as a partner, by title. */
export const listNaming = (tx: Queries, councilIds: readonly string[]): Promise<Affected> =>
  listWhere(
    tx,
    Prisma.sql`(${factText("council")} = any(${[...councilIds]}) or ${factList("partners")} ?| ${[...councilIds]}::text[])`,
  );

/** The same for case studies by their ids. */
export const listOf = (tx: Queries, caseStudyIds: readonly string[]): Promise<Affected> =>
  listWhere(tx, Prisma.sql`v."caseStudyId" = any(${[...caseStudyIds]}::uuid[])`);

interface Row {
  versionId: string;
  slug: string | null;
  title: string;
  state: State;
}

async function listWhere(tx: Queries, condition: Prisma.Sql): Promise<Affected> {
  const shown: State[] = [...pageStates, ...openStates, "draft"];
  const rows = await tx.$queryRaw<Row[]>`
    select v."id" as "versionId", v."state"::text as "state", s."slug", coalesce(${factText("title")}, '') as "title"
      from "Version" v
      join "Revision" r on r."versionId" = v."id" and r."number" = v."latestRevision"
      join "CaseStudy" s on s."id" = v."caseStudyId"
     where v."state"::text = any(${shown}) and ${condition}
     order by 4, 1`;
  const among = (states: readonly State[]) => rows.filter(({ state }) => states.includes(state));
  return {
    published: among(pageStates).map(({ slug, title, state }) => ({ slug: slug ?? "", title, state })),
    open: among(openStates).map(({ versionId, title, state }) => ({ versionId, title, state })),
    drafts: among(["draft"]).length,
  };
}
