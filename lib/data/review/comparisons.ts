import { db } from "#lib/data/db.ts";
import type { Desk } from "./desk.ts";
import { findPublished } from "./desk.ts";
import { findAskedRevision, findSentRevision } from "./revisions.ts";
import { findSeenBefore } from "./visits.ts";

/** What the newest words of a version can be compared with. */
export interface Comparison {
  key: "seen" | "asked" | "sent" | "published";
  versionId: string;
  number: number;
}

/** The older words that an editor may want to see the difference from, where there is any. */
export async function listComparisons(desk: Desk, editorId: string): Promise<Comparison[]> {
  const { versionId, revision, caseStudyId } = desk;
  const [seen, asked, sent, published] = await Promise.all([
    findSeenBefore(versionId, editorId),
    findAskedRevision(versionId),
    findSentRevision(versionId),
    findPublished(caseStudyId),
  ]);
  const earlier = (key: "seen" | "asked" | "sent", number: number | null) =>
    number !== null && number < revision ? [{ key, versionId, number }] : [];
  return [
    ...earlier("seen", seen),
    // What an editor saw when they asked is what they saw last.
    ...earlier("asked", asked === seen ? null : asked),
    ...earlier("sent", sent),
    ...(published && published.versionId !== versionId
      ? [{ key: "published" as const, versionId: published.versionId, number: published.revision }]
      : []),
  ];
}

/**
 * When other words were published after a version had begun from those before, which it would take back, and the address of their
 * page. Null where none were.
 */
export async function findOvertaken({ versionId, caseStudyId }: { versionId: string; caseStudyId: string }) {
  const [found] = await db.$queryRaw<{ at: Date; slug: string }[]>`
    select e."at", c."slug" from "Event" e join "Version" shown on shown."id" = e."versionId"
      join "CaseStudy" c on c."id" = shown."caseStudyId"
      join "Version" v on v."id" = ${versionId}::uuid
     where shown."caseStudyId" = ${caseStudyId}::uuid and shown."id" <> v."id" and shown."state" = 'published'
       and e."kind" = 'publish' and e."at" > v."createdAt"
     order by e."at" desc limit 1`;
  return found ?? null;
}
