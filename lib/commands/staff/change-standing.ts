import { db, type Queries } from "#lib/data/db.ts";
import { lockStanding, recordChange } from "#lib/data/people/changes.ts";
import { endSessions } from "#lib/data/people/sessions.ts";
import { listInReviewBy } from "#lib/data/people/work.ts";
import { lockCaseStudies } from "#lib/data/versions.ts";
import {
  decideChange,
  edits,
  type ChangeRefusal,
  type PeopleChange,
  type Standing,
} from "#lib/domain/people/changes.ts";
import { ok, refuse, type Result } from "#lib/domain/result.ts";
import type { Actor } from "#lib/domain/workflow/decide.ts";
import { moveVersionIn } from "#lib/commands/workflow/move-version.ts";

type Person = Extract<Actor, { kind: "person" }>;

interface Request {
  personId: string;
  /** Null for the site itself, which asks nobody. What goes back to the queue then goes in the name of whoever had it. */
  actor: Person | null;
  now?: Date;
}

interface Change {
  kind: PeopleChange;
  /** What becomes of how somebody stands. */
  to: (before: Standing) => Standing;
  detail?: string;
}

/** What a change came to: how many case studies went back to the queue. */
type Changed = Result<{ putBack: number }, ChangeRefusal | "not-found">;
export type StandingRequest = Request & { actor: Person };

/**
 * Changes what somebody may do: their sessions end, and what an editor leaves behind in review goes back to the queue. All of it
 * or nothing.
 */
export async function changeStanding(request: Request, change: Change): Promise<Changed> {
  const changed = await db.$transaction((tx) => changeIn(tx, request, change), { timeout: 20_000 });
  return changed === "begin-again" ? changeStanding(request, change) : changed;
}

async function changeIn(
  tx: Queries,
  { personId, actor, now = new Date() }: Request,
  { kind, to, detail }: Change,
): Promise<Changed | "begin-again"> {
  const before = (await listInReviewBy(tx, personId)).map(({ caseStudyId }) => caseStudyId);
  await lockCaseStudies(tx, before);
  const { person, administrators } = await lockStanding(tx, personId);
  if (!person) return refuse("not-found");
  const decision = actor ? decideChange(person, to(person), actor, administrators) : ok(to(person));
  if (!decision.ok) return decision;
  const reviewing = await listInReviewBy(tx, personId);
  // Something became theirs before they were held. Locking it now could make two wait for each other.
  if (reviewing.some(({ caseStudyId }) => !before.includes(caseStudyId))) return "begin-again";

  const by = actor ?? { kind: "person" as const, id: personId, role: person.role };
  const left = edits(decision.value) ? [] : reviewing;
  for (const { id, latestRevision: basedOn } of left) {
    const moved = await moveVersionIn(tx, { id, basedOn, move: "unassign", actor: by, now });
    if (!moved.ok) throw new Error(`What was in review could not be put back: ${moved.reason}`);
  }
  await tx.person.update({
    where: { id: personId },
    data: { role: decision.value.role, active: decision.value.active },
  });
  await endSessions(tx, personId);
  await recordChange(tx, { kind, personId, actorId: actor?.id ?? null, detail, at: now });
  return ok({ putBack: left.length });
}
