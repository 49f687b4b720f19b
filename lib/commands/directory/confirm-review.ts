import type { Queries } from "#lib/data/db.ts";
import { publicly, raiseGeneration } from "#lib/data/generation.ts";
import { lockVersion, subjectOf, type LockedVersion } from "#lib/data/versions.ts";
import { ok, refuse } from "#lib/domain/result.ts";
import { reviewAfter } from "#lib/domain/review.ts";
import { mayEditCatalogue, wrote, type Actor } from "#lib/domain/workflow/decide.ts";
import { reviewMonths } from "#lib/ops/env.ts";

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

    const secondLook = version.secondLook && wrote(subjectOf(version), actor);
    return ok({ reviewBy: await foundRight(tx, version, { actorId: actor.id, secondLook, now }) });
  });
}

interface Review {
  /** Null for whoever answers for it and has no account. */
  actorId: string | null;
  /** Whether a second look is still wanted. */
  secondLook: boolean;
  now: Date;
}

/** Notes that a published version, already locked, is still right. @returns by when it is to be looked at next */
export async function foundRight(tx: Queries, version: LockedVersion, { actorId, secondLook, now }: Review) {
  const { id, state, latestRevision: revision } = version;
  const reviewBy = reviewAfter(now, reviewMonths());
  await tx.version.update({ where: { id }, data: { reviewBy, overdue: false, secondLook } });
  const line = { versionId: id, revision, fromState: state, toState: state };
  await tx.event.create({ data: { ...line, kind: "confirmReview", actorId, at: now } });
  await raiseGeneration(tx);
  return reviewBy;
}
