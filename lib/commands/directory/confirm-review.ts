import { publicly, raiseGeneration } from "#lib/data/generation.ts";
import { lockVersion, subjectOf } from "#lib/data/versions.ts";
import { ok, refuse } from "#lib/domain/result.ts";
import { reviewAfter } from "#lib/domain/review.ts";
import { mayEditCatalogue, wrote, type Actor } from "#lib/domain/workflow/decide.ts";

interface Request {
  id: string;
  actor: Extract<Actor, { kind: "person" }>;
  now?: Date;
}

/**
 * Notes that a published case study was looked at again and is still right. Where a second look is wanted, because somebody
 * published what they wrote, it takes somebody else's.
 */
export async function confirmReview({ id, actor, now = new Date() }: Request) {
  return publicly(async (tx) => {
    const version = await lockVersion(tx, id);
    if (!version) return refuse("not-found");
    if (!mayEditCatalogue(actor)) return refuse("not-allowed");
    if (version.state !== "published") return refuse("wrong-state");

    const reviewBy = reviewAfter(now);
    const secondLook = version.secondLook && wrote(subjectOf(version), actor);
    await tx.version.update({ where: { id }, data: { reviewBy, overdue: false, secondLook } });
    const line = { versionId: id, revision: version.latestRevision, fromState: version.state, toState: version.state };
    await tx.event.create({ data: { ...line, kind: "confirmReview", actorId: actor.id, at: now } });
    await raiseGeneration(tx);
    return ok({ reviewBy });
  });
}
