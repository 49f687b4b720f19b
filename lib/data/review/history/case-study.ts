import type { Answers } from "#lib/domain/template/answers.ts";
import { factsOf } from "#lib/domain/template/facts.ts";
import { getTemplate } from "#lib/domain/template/templates.ts";
import { everyEvent } from "#lib/domain/history/query.ts";
import { isEditor } from "#lib/domain/workflow/decide.ts";
import { hasPage, type State } from "#lib/domain/workflow/states.ts";
import { isBetweenTurns, turnsOf } from "#lib/domain/history/turns.ts";
import { db } from "#lib/data/db.ts";
import { listForEditors } from "../for-editors.ts";
import { listEvents, type HistoryEvent } from "./events.ts";

/** One round of a case study, with every revision of its words. */
export interface PastVersion {
  id: string;
  number: number;
  state: State;
  author: string;
  authorId: string | null;
  /** Newest first. */
  revisions: PastRevision[];
}

interface PastRevision {
  number: number;
  at: Date;
  writer: string;
  /** Whether its author wrote it for a council, rather than as an editor. */
  byCouncil: boolean;
}

/** What an editor changed in a text that its author had sent. It moves nothing, so it leaves no line in the history. */
export interface Correction {
  versionId: string;
  version: number;
  revision: number;
  at: Date;
  editor: { id: string; name: string } | null;
}

export interface CaseStudyHistory {
  title: string;
  /** Of its page, while it has one. */
  slug: string | null;
  /** Newest first. */
  versions: PastVersion[];
  events: HistoryEvent[];
  corrections: Correction[];
}

/** More than ever happens to one case study. */
const everything = 5000;

/** Everything that happened to one case study, but for what editors may not read. Null where there is nothing. */
export async function findCaseStudyHistory(id: string): Promise<CaseStudyHistory | null> {
  const caseStudy = await db.caseStudy.findUnique({
    where: { id },
    include: {
      versions: {
        orderBy: { number: "desc" },
        include: {
          author: true,
          revisions: { orderBy: { number: "desc" }, select: { number: true, at: true, writer: true } },
        },
      },
    },
  });
  if (!caseStudy) return null;
  const { slug } = caseStudy;
  const readable = await listForEditors(caseStudy.versions.map((version) => version.id));
  const versions = caseStudy.versions.filter((version) => readable.has(version.id));
  if (!versions.length) return null;
  const { events } = await listEvents({ ...everyEvent, caseStudy: id }, everything);
  return {
    title: await titleOf(versions[0]),
    slug: versions.some(({ state }) => hasPage(state)) ? slug : null,
    versions: versions.map(({ id: versionId, number, state, author, authorId, revisions }) => ({
      ...{ id: versionId, number, state, authorId, author: calledBy(author) },
      revisions: revisions.map(({ writer, ...revision }) => ({
        ...{ ...revision, writer: calledBy(writer) },
        byCouncil: writer === null || (writer.id === authorId && !isEditor({ ...writer, kind: "person" })),
      })),
    })),
    events,
    corrections: versions.flatMap((version) => correctionsOf(version, events)),
  };
}

interface Written {
  id: string;
  number: number;
  revisions: { number: number; at: Date; writer: { id: string; name: string; email: string } | null }[];
}

function correctionsOf({ id, number, revisions }: Written, events: readonly HistoryEvent[]): Correction[] {
  const lines = events.filter(({ versionId }) => versionId === id).toReversed();
  const turns = turnsOf(lines, revisions[0]?.number ?? 0);
  // New topics have a line of their own.
  const retagged = new Set(lines.flatMap(({ kind, revision }) => (kind === "retag" ? [revision] : [])));
  return revisions
    .filter((revision) => isBetweenTurns(turns, revision.number) && !retagged.has(revision.number))
    .map(({ number: revision, at, writer }) => ({
      ...{ versionId: id, version: number, revision, at },
      editor: writer && { id: writer.id, name: calledBy(writer) },
    }));
}

async function titleOf(newest: { id: string; latestRevision: number; template: string } | undefined): Promise<string> {
  if (!newest) return "";
  const latest = { versionId: newest.id, number: newest.latestRevision };
  const revision = await db.revision.findUnique({ where: { versionId_number: latest } });
  return factsOf(getTemplate(newest.template), (revision?.answers ?? {}) as Answers).title;
}

/** What editors call somebody. "" for nobody. */
const calledBy = (person: { name: string; email: string } | null) => person?.name || person?.email || "";
