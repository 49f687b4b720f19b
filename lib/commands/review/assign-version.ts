import { db } from "#lib/data/db.ts";
import { holdEditors } from "#lib/data/people/people.ts";
import { lockVersion } from "#lib/data/versions.ts";
import { ok, refuse, type Result } from "#lib/domain/result.ts";
import { isEditor, type Actor } from "#lib/domain/workflow/decide.ts";
import { moveVersionIn, type MoveRefusal } from "#lib/commands/workflow/move-version.ts";
import type { State } from "#lib/domain/workflow/states.ts";

interface Request {
  id: string;
  /** The revision that was shown to the actor. */
  basedOn: number;
  /** Who had it when it was shown: an active editor, or nobody. */
  from: string | null;
  /** The editor it goes to. */
  to: string;
  actor: Extract<Actor, { kind: "person" }>;
  now?: Date;
}

/** "assigned-meanwhile": somebody else has it now. "no-editor": whom it was to go to no longer edits. */
export type AssignmentRefusal = MoveRefusal | "assigned-meanwhile" | "no-editor";

/**
 * Gives a version to an editor: the actor takes it first where nobody reads it yet, and hands it over if it is not for themselves.
 * Asked twice, it is done once.
 */
export async function assignVersion({
  id,
  basedOn,
  from,
  to,
  actor,
  now = new Date(),
}: Request): Promise<Result<State, AssignmentRefusal>> {
  return db.$transaction(async (tx) => {
    const version = await lockVersion(tx, id);
    if (!version) return refuse("not-found");
    if (!isEditor(actor)) return refuse("not-allowed");
    if (version.state === "in_review" && version.assigneeId === to) return ok(version.state);
    const { assigneeId } = version;
    const editing = await holdEditors(tx, assigneeId ? [to, assigneeId] : [to]);
    if (!editing.has(to)) return refuse("no-editor");
    const has = assigneeId && editing.has(assigneeId) ? assigneeId : null;
    if (has !== from) return refuse("assigned-meanwhile");

    const request = { id, basedOn, actor, now };
    const taken = version.state === "submitted" ? await moveVersionIn(tx, { ...request, move: "take" }) : null;
    if (taken && (!taken.ok || to === actor.id)) return taken;
    return moveVersionIn(tx, { ...request, move: "handOver", details: { assigneeId: to } });
  });
}
