import { openFolder } from "../rows.ts";

export interface VersionRow {
  id: string;
  number: number;
  startKey: string | null;
  caseStudyId: string;
  state: string;
  revisions: number;
  author: string | null;
}

/** Something that somebody did to a version, as it was kept. */
export interface Effect {
  version: string;
  kind: string;
  actor: string | null;
  /** In milliseconds: when it was written, or for words when they came. */
  at: number;
  revision: number;
  /** Words, or the state that an event led to. */
  text: string;
  /** An event's own, by which events are in order. */
  id: string;
}

export interface Kept {
  versions: VersionRow[];
  events: Effect[];
  revisions: Effect[];
  comments: Effect[];
}

// The identifiers begin with the moment they were made in.
const madeAt = (id: string) => `('x' || left(replace(${id}::text, '-', ''), 12))::bit(48)::bigint::float8`;

const queries = {
  versions: `select v.id, v.number, c."startKey", v."caseStudyId", v.state, v."latestRevision" as revisions, v."authorId" as author
    from "Version" v join "CaseStudy" c on c.id = v."caseStudyId" order by v.id`,
  events: `select id, "versionId" as version, kind, "actorId" as actor, ${madeAt("id")} as at, revision, "toState" as text
    from "Event" order by id`,
  revisions: `select '' as id, "versionId" as version, 'revision' as kind, "writerId" as actor,
      extract(epoch from at)::float8 * 1000 as at, number as revision, coalesce(answers->>'lessons', '') as text
    from "Revision" order by "versionId", number`,
  comments: `select id, "versionId" as version, 'comment' as kind, "writerId" as actor, ${madeAt("id")} as at, revision, text
    from "Comment" order by id`,
};

/** Reads what was kept in the database of a data folder whose site is stopped. */
export async function readKept(folder: string): Promise<Kept> {
  const { embedded, list, end } = await openFolder(folder);
  try {
    const [versions, events, revisions, comments] = [
      await list<VersionRow>(queries.versions),
      await list<Effect>(queries.events),
      await list<Effect>(queries.revisions),
      await list<Effect>(queries.comments),
    ];
    return { versions, events, revisions, comments };
  } finally {
    await end();
    await embedded.stop();
  }
}
