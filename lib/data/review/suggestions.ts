import { pageStates, type State } from "#lib/domain/workflow/states.ts";
import { Prisma } from "#prisma/client/client.ts";
import { db, type Queries } from "#lib/data/db.ts";
import { factText } from "./fact-sql.ts";

export const suggestionsPerPage = 25;

/** A suggestion as editors see it. */
export interface SuggestionRow {
  id: string;
  text: string;
  at: Date;
  /** The address to ask back, "" once it has been erased. */
  from: string;
  caseStudyId: string;
  title: string;
  /** Of its page, null where it has none at present. */
  slug: string | null;
  /** When it was settled, with what whoever made it was told, and by whom. */
  handledAt: Date | null;
  answer: string;
  settledBy: string;
}

/** One page of what is open, the oldest first, or of what is settled, the newest first. */
export async function listSuggestions(settled: boolean, page: number): Promise<SuggestionRow[]> {
  const order = settled ? Prisma.sql`s."handledAt" desc, s."id"` : Prisma.sql`s."at", s."id"`;
  return db.$queryRaw<SuggestionRow[]>`
    select s."id", s."text", s."at", coalesce(p."email", '') as "from", s."caseStudyId", s."handledAt", s."answer",
           coalesce(${factText("title")}, '') as "title", coalesce(nullif(e."name", ''), e."email", '') as "settledBy",
           case when ${hasPage} then k."slug" end as "slug"
      from "Suggestion" s
      join "CaseStudy" k on k."id" = s."caseStudyId"
      left join lateral (${versionToName(Prisma.sql`s."caseStudyId"`)}) v on true
      left join "Revision" r on r."versionId" = v."id" and r."number" = v."latestRevision"
      left join "Person" p on p."id" = s."fromId"
      left join "Person" e on e."id" = s."settledById"
     where (s."handledAt" is not null) = ${settled}
     order by ${order} limit ${suggestionsPerPage} offset ${(page - 1) * suggestionsPerPage}`;
}

export async function countSuggestions(): Promise<{ open: number; settled: number }> {
  const [open, all] = await Promise.all([db.suggestion.count({ where: { handledAt: null } }), db.suggestion.count()]);
  return { open, settled: all - open };
}

/** The version by whose words people know a case study: the one with a page, or else the newest. */
export async function findVersionToName(tx: Queries, caseStudyId: string): Promise<string | null> {
  const [version] = await tx.$queryRaw<{ id: string }[]>`${versionToName(Prisma.sql`${caseStudyId}::uuid`)}`;
  return version?.id ?? null;
}

const hasPage = Prisma.sql`v."state" = any(${[...pageStates] satisfies State[]}::"State"[])`;

const versionToName = (caseStudyId: Prisma.Sql) => Prisma.sql`
  select v.* from "Version" v where v."caseStudyId" = ${caseStudyId} order by ${hasPage} desc, v."number" desc limit 1`;
