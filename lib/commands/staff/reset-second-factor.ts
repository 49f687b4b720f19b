import { db } from "#lib/data/db.ts";
import { lockStanding, recordChange } from "#lib/data/people/changes.ts";
import { endSessions, forgetSecondFactor } from "#lib/data/people/sessions.ts";
import type { ChangeRefusal } from "#lib/domain/people/changes.ts";
import { ok, refuse, type Result } from "#lib/domain/result.ts";
import { isAdministrator } from "#lib/domain/workflow/decide.ts";
import type { StandingRequest } from "./change-standing.ts";

/**
 * Forgets the authenticator app of somebody who has lost it, with its recovery codes. They are signed out everywhere, and
 * set up another after the next mailed link. Nobody does that for themselves: whoever is in has theirs.
 */
export async function resetSecondFactor({
  personId,
  actor,
  now = new Date(),
}: StandingRequest): Promise<Result<{ putBack: 0 }, ChangeRefusal | "not-found">> {
  if (!isAdministrator(actor)) return refuse("not-allowed");
  if (personId === actor.id) return refuse("own-self");
  return db.$transaction(async (tx) => {
    const { person, administrators } = await lockStanding(tx, personId);
    if (!administrators.includes(actor.id)) return refuse("not-allowed");
    if (!person) return refuse("not-found");
    if (!(await forgetSecondFactor(tx, personId))) return refuse("no-change");
    await endSessions(tx, personId);
    await recordChange(tx, { kind: "resetSecondFactor", personId, actorId: actor.id, at: now });
    return ok({ putBack: 0 });
  });
}
