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

/** Confirms that a person speaks for a council, so that they may start next versions of its case studies. */
export async function confirmContributor({
  personId,
  councilId,
  actor,
  now = new Date(),
}: Request): Promise<Result<Speaker, "not-allowed">> {
  if (!mayEditCatalogue(actor)) return refuse("not-allowed");
  const key = { personId, councilId };
  return db.$transaction(async (tx) => {
    const confirmed = { ...key, confirmedById: actor.id, confirmedAt: now };
    const { count } = await tx.contributor.createMany({ data: [confirmed], skipDuplicates: true });
    const change = { kind: "confirmContributor", personId, actorId: actor.id, detail: councilId, at: now } as const;
    if (count) await recordChange(tx, change);
    return ok(key);
  });
}
