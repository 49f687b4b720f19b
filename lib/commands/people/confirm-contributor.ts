import { db } from "#lib/data/db.ts";
import { ok, refuse } from "#lib/domain/result.ts";
import { mayEditCatalogue, type Actor } from "#lib/domain/workflow/decide.ts";

interface Request {
  personId: string;
  councilId: string;
  actor: Extract<Actor, { kind: "person" }>;
  now?: Date;
}

/** Confirms that a person speaks for a council, so that they may start next versions of its case studies. */
export async function confirmContributor({ personId, councilId, actor, now = new Date() }: Request) {
  if (!mayEditCatalogue(actor)) return refuse("not-allowed");
  const key = { personId, councilId };
  await db.contributor.upsert({
    where: { personId_councilId: key },
    create: { ...key, confirmedById: actor.id, confirmedAt: now },
    update: {},
  });
  return ok(key);
}
