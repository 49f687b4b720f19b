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
