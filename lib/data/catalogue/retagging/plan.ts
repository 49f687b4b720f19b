import { retagged, standingTags, type Retag, type RetagRefusal, type Tags } from "#lib/domain/catalogue/retag/retag.ts";
import { db } from "#lib/data/db.ts";
import { readStandIns } from "#lib/data/catalogue/terms/stand-ins.ts";
import { listTaggedVersions, type TaggedVersion } from "#lib/data/catalogue/retagging/rows.ts";

/** What retagging comes to for one case study. */
export interface RetagLine extends Pick<TaggedVersion, "versionId" | "revision" | "title" | "slug" | "hasDraft"> {
  before: Tags;
  after: Tags;
}

/** What retagging some case studies comes to: which change, which cannot and why, and how many are so already. */
export interface RetagPlan {
  changing: RetagLine[];
  refused: { title: string; slug: string; refusal: RetagRefusal }[];
  already: number;
}

/** Reads what retagging some case studies comes to at present. */
export async function planRetag(caseStudyIds: readonly string[], retag: Retag): Promise<RetagPlan> {
  const [versions, standIns] = await Promise.all([listTaggedVersions(db, caseStudyIds), readStandIns(db)]);
  const plan: RetagPlan = { changing: [], refused: [], already: 0 };
  for (const { template, tags, versionId, revision, title, slug, hasDraft } of versions) {
    const before = standingTags(tags, standIns);
    const outcome = retagged(template, before, retag);
    if (!outcome.ok) plan.refused.push({ title, slug, refusal: outcome.reason });
    else if (outcome.value === before) plan.already += 1;
    else plan.changing.push({ versionId, revision, title, slug, hasDraft, before, after: outcome.value });
  }
  return plan;
}

/** The case studies that some versions are of, for those that are there. */
export async function readSeen(pairs: readonly { versionId: string; revision: number }[]) {
  const where = { id: { in: pairs.map(({ versionId }) => versionId) } };
  const rows = await db.version.findMany({ where, select: { id: true, caseStudyId: true } });
  const caseStudyOf = new Map(rows.map(({ id, caseStudyId }) => [id, caseStudyId]));
  return pairs.flatMap((pair) => {
    const caseStudyId = caseStudyOf.get(pair.versionId);
    return caseStudyId ? [{ ...pair, caseStudyId }] : [];
  });
}
