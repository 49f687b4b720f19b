import type { Desk } from "./desk.ts";
import { findPublished } from "./desk.ts";
import { findSentRevision } from "./revisions.ts";
import { findSeenBefore } from "./visits.ts";

/** What the newest words of a version can be compared with. */
export interface Comparison {
  key: "seen" | "sent" | "published";
  versionId: string;
  number: number;
}

/** The older words that an editor may want to see the difference from, where there is any. */
export async function listComparisons(desk: Desk, editorId: string): Promise<Comparison[]> {
  const { versionId, revision, caseStudyId } = desk;
  const [seen, sent, published] = await Promise.all([
    findSeenBefore(versionId, editorId),
    findSentRevision(versionId),
    findPublished(caseStudyId),
  ]);
  const earlier = (key: "seen" | "sent", number: number | null) =>
    number !== null && number < revision ? [{ key, versionId, number }] : [];
  return [
    ...earlier("seen", seen),
    ...earlier("sent", sent),
    ...(published && published.versionId !== versionId
      ? [{ key: "published" as const, versionId: published.versionId, number: published.revision }]
      : []),
  ];
}
