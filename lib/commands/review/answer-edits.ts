import { db, type Queries } from "#lib/data/db.ts";
import { findShownEdits, type ShownEdits } from "#lib/data/review/edits.ts";
import { lockVersion, subjectOf, type LockedVersion } from "#lib/data/versions.ts";
import { holdReviewer } from "#lib/data/people/people.ts";
import { ok, refuse } from "#lib/domain/result.ts";
import { lengthOf, tidy } from "#lib/domain/template/text.ts";
import { mayAnswerEdits, type Actor } from "#lib/domain/workflow/decide.ts";
import { longestReply } from "#lib/domain/workflow/shown-edits.ts";

interface Request {
  versionId: string;
  /** The revision that was read before it was answered. */
  basedOn: number;
  /** What the author thinks of it: that it may be published, or what they have to say about it. */
  answer: { approves: true } | { comments: string };
  actor: Actor;
  now?: Date;
}

/** Keeps what an author says about the edited text they were shown. The same answer again changes nothing. */
export async function answerEdits({ versionId, basedOn, answer, actor, now = new Date() }: Request) {
  const comments = "comments" in answer ? tidy(answer.comments) : null;
  if (comments === "") return refuse("text-missing");
  if (comments !== null && lengthOf(comments) > longestReply) return refuse("text-too-long");
  return db.$transaction(async (tx) => {
    const version = await lockVersion(tx, versionId);
    if (!version) return refuse("not-found");
    if (!mayAnswerEdits(subjectOf(version), actor)) return refuse("not-allowed");
    const shown = await findShownEdits(versionId, now, tx);
    if (shown?.revision !== basedOn) return refuse("stale");

    if (isSaid(shown, comments)) return ok(null);
    // Once they have agreed it may be published at any moment, so there is nothing to take back here.
    if (shown.approvedAt) return refuse("approved");
    if (comments === null) await tx.version.update({ where: { id: versionId }, data: { answerBy: null } });
    await tellEditors(tx, version, comments, now);
    return ok(null);
  });
}

const isSaid = ({ approvedAt, comments: said }: ShownEdits, comments: string | null): boolean =>
  comments === null ? approvedAt !== null : said.some(({ text }) => text === comments);

async function tellEditors(tx: Queries, version: LockedVersion, comments: string | null, now: Date) {
  const { id: versionId, latestRevision, state, authorId, assigneeId } = version;
  const toId = await holdReviewer(tx, assigneeId);
  const line = { versionId, revision: latestRevision, fromState: state, toState: state, actorId: authorId };
  const kind = comments === null ? "approveEdits" : "commentOnEdits";
  const event = await tx.event.create({ data: { ...line, kind, reason: comments ?? "", at: now } });
  await tx.letter.create({ data: { eventId: event.id, kind, toId, queuedAt: now, dueAt: now } });
}
