import { db } from "#lib/data/db.ts";
import { factText } from "#lib/data/review/fact-sql.ts";
import { isForEditors } from "#lib/data/review/for-editors.ts";
import { pageStates, type State } from "#lib/domain/workflow/states.ts";

/** A case study as a collection's editors see it. */
export interface Item {
  id: string;
  slug: string | null;
  title: string;
  /** Of the version that has its page, or else of its newest. */
  state: State;
}

/** Case studies by their ids, in that order. */
export async function listItems(ids: readonly string[]): Promise<Item[]> {
  const rows = await db.$queryRaw<Item[]>`
    select distinct on (v."caseStudyId") v."caseStudyId" as "id", s."slug", coalesce(${factText("title")}, '') as "title",
           v."state"::text as "state"
      from "Version" v
      join "Revision" r on r."versionId" = v."id" and r."number" = v."latestRevision"
      join "CaseStudy" s on s."id" = v."caseStudyId"
     where v."caseStudyId" = any(${[...ids]}::uuid[]) and ${isForEditors}
     order by v."caseStudyId", v."state" = any(${[...pageStates]}::"State"[]) desc, v."number" desc`;
  return ids.flatMap((id) => rows.find((row) => row.id === id) ?? []);
}

/** A published case study that could be put into a collection. */
export interface Candidate {
  id: string;
  title: string;
  councilName: string;
}

const most = 20;
const address = /(?:^|\/)case-studies\/([a-z0-9-]+)(?:\.[a-z]+)?\/?(?:[?#].*)?$/i;

/** Published case studies by the address of their page, or by words of their titles. The first 20, by title, and how many there are. */
export async function findCandidates(asked: string): Promise<{ candidates: Candidate[]; total: number }> {
  const [, slug] = address.exec(asked) ?? [];
  const where = slug ? { slug: await currentSlug(slug.toLowerCase()) } : withWords(asked);
  const [rows, total] = await Promise.all([
    db.listing.findMany({ where, orderBy: { titleSort: "asc" }, take: most }),
    db.listing.count({ where }),
  ]);
  return { candidates: rows.map(({ caseStudyId: id, title, councilName }) => ({ id, title, councilName })), total };
}

/** A page that was moved has another address now. */
async function currentSlug(slug: string): Promise<string> {
  const redirect = await db.redirect.findUnique({ where: { path: `/case-studies/${slug}` } });
  return address.exec(redirect?.target ?? "")?.[1] ?? slug;
}

const withWords = (asked: string) => ({
  AND: asked
    .split(/\s+/)
    .filter(Boolean)
    .map((word) => ({ title: { contains: word.replace(/[\\%_]/g, "\\$&"), mode: "insensitive" as const } })),
});
