import { db } from "#lib/data/db.ts";
import { recordChange } from "#lib/data/people/changes.ts";
import { ok, refuse, type Result } from "#lib/domain/result.ts";
import { mayEditCatalogue, type Actor } from "#lib/domain/workflow/decide.ts";

interface Speaker {
  personId: string;
  councilId: string;
}

interface Request extends Speaker {
  actor: Extract<Actor, { kind: "person" }>;
  now?: Date;
}

/** Takes back that a person speaks for a council. What they have begun stays theirs. */
export async function unconfirmContributor({
  personId,
  councilId,
  actor,
  now = new Date(),
}: Request): Promise<Result<Speaker, "not-allowed">> {
  if (!mayEditCatalogue(actor)) return refuse("not-allowed");
  return db.$transaction(async (tx) => {
    const { count } = await tx.contributor.deleteMany({ where: { personId, councilId } });
    const change = { kind: "unconfirmContributor", personId, actorId: actor.id, detail: councilId, at: now } as const;
    if (count) await recordChange(tx, change);
    return ok({ personId, councilId });
  });
}
