import { db } from "#lib/data/db.ts";
import { oweLetter } from "#lib/data/letters/letters.ts";
import { lockStandingAt, recordChange } from "#lib/data/people/changes.ts";
import { forgetIdlePerson } from "#lib/data/people/people.ts";
import { endSessions } from "#lib/data/people/sessions.ts";
import { decideChange, edits, type ChangeRefusal, type EditorRole } from "#lib/domain/people/changes.ts";
import { ok, refuse, type Result } from "#lib/domain/result.ts";
import { oneLine } from "#lib/domain/template/text.ts";
import type { Actor } from "#lib/domain/workflow/decide.ts";

interface Request {
  /** A work e-mail address, already checked to be one. */
  email: string;
  name: string;
  role: EditorRole;
  actor: Extract<Actor, { kind: "person" }>;
  now?: Date;
}

export type InviteRefusal = ChangeRefusal | "deactivated" | "edits-already";

/**
 * Makes somebody an editor or an administrator, whether we know them or not, and writes to them how to sign in. Whoever was
 * deactivated is reactivated on purpose, and not like this.
 */
export async function invitePerson({
  email,
  name,
  role,
  actor,
  now = new Date(),
}: Request): Promise<Result<{ personId: string }, InviteRefusal>> {
  return db.$transaction(async (tx) => {
    const { person, administrators } = await lockStandingAt(tx, email);
    const { id } = person;
    if (!person.active) return refuse("deactivated");
    if (edits(person)) return refuse("edits-already");
    const decision = decideChange(person, { role, active: true }, actor, administrators);
    if (!decision.ok) {
      await forgetIdlePerson(tx, id);
      return decision;
    }
    await tx.person.update({ where: { id }, data: { role, name: person.name || oneLine(name) } });
    await endSessions(tx, id);
    await recordChange(tx, { kind: "invite", personId: id, actorId: actor.id, detail: role, at: now });
    await oweLetter(tx, { kind: "invite", toId: id, now });
    return ok({ personId: id });
  });
}
