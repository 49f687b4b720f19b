import { db } from "#lib/data/db.ts";
import { lockStandingAt, recordChange } from "#lib/data/people/changes.ts";
import { endSessions, forgetSecondFactor } from "#lib/data/people/sessions.ts";
import { oneLine } from "#lib/domain/template/text.ts";

interface Request {
  /** A work e-mail address, already checked to be one. */
  email: string;
  /** For somebody whose name we do not have. */
  name: string;
  now?: Date;
}

/**
 * Makes somebody an active administrator, on the word of whoever has the command line: that is how the first one comes about,
 * and how one comes back when none is left who can sign in: their authenticator app is forgotten, too.
 *
 * @returns "named"; "reset" where an administrator's app was forgotten; "already" where nothing was to be done
 */
export async function nameAdministrator({
  email,
  name,
  now = new Date(),
}: Request): Promise<"named" | "reset" | "already"> {
  return db.$transaction(async (tx) => {
    const { person, administrators } = await lockStandingAt(tx, email);
    const { id } = person;
    const reset = await forgetSecondFactor(tx, id);
    const line = { personId: id, actorId: null, at: now };
    if (reset) {
      await endSessions(tx, id);
      await recordChange(tx, { ...line, kind: "resetSecondFactor" });
    }
    if (administrators.includes(id)) return reset ? "reset" : "already";
    const data = { role: "administrator", active: true, name: person.name || oneLine(name) } as const;
    await tx.person.update({ where: { id }, data });
    await endSessions(tx, id);
    await recordChange(tx, { ...line, kind: "nameAdministrator", detail: "administrator" });
    return "named";
  });
}
