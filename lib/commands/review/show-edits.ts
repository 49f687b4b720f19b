import type { Queries } from "#lib/data/db.ts";
import { findEdits } from "#lib/data/review/edits.ts";
import type { LockedVersion } from "#lib/data/versions.ts";
import { answerByFor, mustShowEdits } from "#lib/domain/workflow/shown-edits.ts";
import type { State } from "#lib/domain/workflow/states.ts";

/**
 * Shows the author the words that were just accepted, where they asked for it and an editor has changed them: publication waits
 * for their answer. Runs in the transaction of the move.
 *
 * @returns whether there was something to show, which the author is then written to about
 */
export async function showEdits(tx: Queries, version: LockedVersion, state: State, now: Date): Promise<boolean> {
  const { id, authorId, latestRevision } = version;
  if (!version.showEdits || !mustShowEdits({ ...version, ...(await findEdits(tx, version)) })) return false;
  await tx.version.update({ where: { id }, data: { answerBy: answerByFor(now) } });
  const line = { versionId: id, revision: latestRevision, fromState: state, toState: state };
  const event = await tx.event.create({ data: { ...line, kind: "showEdits", at: now } });
  await tx.letter.create({ data: { eventId: event.id, kind: event.kind, toId: authorId, queuedAt: now } });
  return true;
}
