import { publicly, raiseGeneration } from "#lib/data/generation.ts";
import { lockVersion } from "#lib/data/versions.ts";
import { addYears, londonDay } from "#lib/domain/calendar/london-days.ts";
import { ok, refuse } from "#lib/domain/result.ts";
import { mayEditCatalogue, type Actor } from "#lib/domain/workflow/decide.ts";

const furthestYears = 10;

interface Request {
  id: string;
  /** A day as midnight UTC. */
  reviewBy: Date;
  actor: Extract<Actor, { kind: "person" }>;
  now?: Date;
}

/** Sets the day by which a published case study is looked at again: from today on, within ten years. */
export async function setReviewBy({ id, reviewBy, actor, now = new Date() }: Request) {
  return publicly(async (tx) => {
    const version = await lockVersion(tx, id);
    if (!version) return refuse("not-found");
    if (!mayEditCatalogue(actor)) return refuse("not-allowed");
    if (version.state !== "published") return refuse("wrong-state");
    const today = londonDay(now);
    if (reviewBy < today || reviewBy > addYears(today, furthestYears)) return refuse("day-out-of-range");

    await tx.version.update({ where: { id }, data: { reviewBy, overdue: false } });
    const line = { versionId: id, revision: version.latestRevision, fromState: version.state, toState: version.state };
    const reason = reviewBy.toISOString().slice(0, 10);
    await tx.event.create({ data: { ...line, kind: "setReviewBy", reason, actorId: actor.id, at: now } });
    await raiseGeneration(tx);
    return ok(null);
  });
}
