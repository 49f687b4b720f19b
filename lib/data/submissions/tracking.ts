import { factsOf } from "#lib/domain/template/facts.ts";
import { getTemplate } from "#lib/domain/template/templates.ts";
import { edits } from "#lib/domain/people/changes.ts";
import type { Template } from "#lib/domain/template/questions.ts";
import type { Answers } from "#lib/domain/template/answers.ts";
import type { EventKind } from "#lib/domain/workflow/moves.ts";
import type { Subject } from "#lib/domain/workflow/decide.ts";
import { hasPage, isOnDesk, isReplaced, pageStates, type State } from "#lib/domain/workflow/states.ts";
import { db } from "#lib/data/db.ts";
import { joinHolder, sentAt } from "#lib/data/review/queue/parts.ts";
import { findSentRevision } from "#lib/data/review/revisions.ts";
import { findLink, findLinkOf, tokenOf } from "./links.ts";
import { getAnswers, subjectOf } from "#lib/data/versions.ts";

export interface Tracked {
  versionId: string;
  title: string;
  template: Template;
  state: State;
  /** Of its case study's page, where it is read there or was until a newer version took its place. */
  slug: string | null;
  revision: number;
  /** What the workflow needs to know to say what its author may do. */
  subject: Subject;
  /** Where its letters go. */
  authorEmail: string | null;
  /** The secret address of the words, while the author may change them. */
  draftToken: string | null;
  /** How many submissions were sent before this one and still wait. Null when it does not wait for whoever is free. */
  ahead: number | null;
  /** Whether it was changed as an editor asked, and waits for that editor. */
  backWithEditor: boolean;
  events: { kind: EventKind; at: Date; reason: string }[];
}

/** What a submitter sees of their submission. Null for an address that opens nothing. */
export async function findTracked(token: string, now = new Date()): Promise<Tracked | null> {
  const link = await findLink(token, "track", now);
  if (!link?.versionId) return null;
  const version = await db.version.findUniqueOrThrow({
    where: { id: link.versionId },
    include: {
      caseStudy: { include: { versions: { where: { state: { in: [...pageStates] } }, select: { id: true } } } },
      author: true,
      assignee: { select: { role: true, active: true } },
      revisions: { select: { number: true, writerId: true } },
      events: { orderBy: { at: "asc" }, where: { kind: { notIn: [...amongEditors] } } },
    },
  });
  const sent = isOnDesk(version.state) ? await findSentRevision(version.id) : null;
  const answers = await getAnswers(db, version.id, sent ?? version.latestRevision);
  const draftLink = await findLinkOf(db, version.id, "draft", now);
  const template = getTemplate(version.template);
  const { slug, versions: onPage } = version.caseStudy;
  // Whoever edits no longer has nothing: then it waits for whoever is free.
  const backWithEditor = version.state === "submitted" && version.assignee !== null && edits(version.assignee);
  return {
    versionId: version.id,
    title: factsOf(template, answers).title,
    template,
    state: version.state,
    slug: hasPage(version.state) || (isReplaced(version.state) && onPage.length > 0) ? slug : null,
    revision: version.latestRevision,
    subject: subjectOf(version),
    authorEmail: version.author?.email ?? null,
    draftToken: draftLink ? tokenOf(draftLink.id) : null,
    ahead: version.state === "submitted" && !backWithEditor ? await countAhead(version.id) : null,
    backWithEditor,
    events: version.events.map(({ kind, at, reason }) => ({
      ...{ kind: kind as EventKind, at },
      reason: reasonForAuthor({ kind, reason }),
    })),
  };
}

/** What happens among editors, of which the author is told nothing, wherever they read the history. */
export const amongEditors: readonly string[] = [
  ...(["setLeadTerm", "confirmReview", "redact", "hold", "handOver", "unassign"] satisfies EventKind[]),
];

/** The author may know that these happened. What was said there is for the editors to pass on. */
const betweenOthers: string[] = ["askFactCheck", "revokeFactCheck", "answerFactCheck"] satisfies EventKind[];

/** What was said where something happened, as far as it is for the author. */
export const reasonForAuthor = ({ kind, reason }: { kind: string; reason: string }): string =>
  betweenOthers.includes(kind) ? "" : reason;

/** Where the author reads a revision that somebody else wrote: they have the text in hand, are shown it, or everybody is. */
export const shownToAuthor: readonly string[] = [
  ...(["restoreAsDraft", "takeBack", "requestChanges", "showEdits", "publish", "retag"] satisfies EventKind[]),
];

/** How many wait for whoever is free, and longer: in the order in which editors see them. */
async function countAhead(versionId: string): Promise<number> {
  const [row] = await db.$queryRaw<{ ahead: number }[]>`
    with waiting as (
      select v."id", ${sentAt} as since from "Version" v ${joinHolder} where v."state" = 'submitted' and a."id" is null)
    select count(*)::int as ahead from waiting where since < (select since from waiting where "id" = ${versionId}::uuid)`;
  return row?.ahead ?? 0;
}

/** What a confirmation link is about. Null when it opens nothing. */
export async function findConfirmation(token: string, now = new Date()) {
  const link = await findLink(token, "confirm", now);
  if (!link?.versionId) return null;
  const track = await findLinkOf(db, link.versionId, "track", now);
  const revision = await db.revision.findFirst({
    where: { versionId: link.versionId },
    orderBy: { number: "desc" },
    include: { version: true },
  });
  if (!track || !revision) return null;
  const { title } = factsOf(getTemplate(revision.version.template), revision.answers as Answers);
  return { title, used: Boolean(link.usedAt), trackToken: tokenOf(track.id) };
}
