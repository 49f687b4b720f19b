import { standingTags, type Tags } from "#lib/domain/catalogue/retag/retag.ts";
import { mostRetagged, mostTicked } from "#lib/domain/catalogue/retag/retag-bounds.ts";
import type { ListingQuery } from "#lib/domain/listing/query.ts";
import { db } from "#lib/data/db.ts";
import { readStandIns } from "#lib/data/catalogue/terms/stand-ins.ts";
import { listFound, listTaggedVersions } from "#lib/data/catalogue/retagging/rows.ts";

/** What a list has to retag. */
export interface ToRetag {
  /** How many the list has. */
  total: number;
  /** As many of them as can be retagged at once, in the list's order. */
  ids: string[];
  /** The first of them, to tick. */
  shown: { caseStudyId: string; title: string; tags: Tags }[];
  /** What any of them has, to take away. */
  present: { topics: Set<string>; supportTypes: Set<string> };
}

/** What a list has to retag at present. */
export async function findToRetag(query: ListingQuery): Promise<ToRetag> {
  const [{ ids, total }, standIns] = await Promise.all([listFound(query, mostRetagged), readStandIns(db)]);
  const versions = await listTaggedVersions(db, ids);
  const tagged = new Map(
    versions.map(({ caseStudyId, title, tags }) => [
      caseStudyId,
      { caseStudyId, title, tags: standingTags(tags, standIns) },
    ]),
  );
  const all = [...tagged.values()].map(({ tags }) => tags);
  return {
    ...{ total, ids },
    shown: ids.slice(0, mostTicked).flatMap((id) => tagged.get(id) ?? []),
    present: {
      topics: new Set(all.flatMap(({ topics }) => topics)),
      supportTypes: new Set(all.flatMap(({ supportTypes }) => supportTypes)),
    },
  };
}
