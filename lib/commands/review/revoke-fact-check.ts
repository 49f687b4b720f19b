import { db } from "#lib/data/db.ts";
import { lockVersion } from "#lib/data/versions.ts";
import { ok, refuse } from "#lib/domain/result.ts";
import { mayRevokeFactCheck, type Actor } from "#lib/domain/workflow/decide.ts";

interface Request {
  id: string;
  /** The version it is about, as the desk it stands on knows it. */
  versionId: string;
  actor: Extract<Actor, { kind: "person" }>;
  now?: Date;
}

/** Takes back a question to somebody outside, so that its link opens no form any more. Taken back twice, it is taken back once. */
export async function revokeFactCheck({ id, versionId, actor, now = new Date() }: Request) {
  return db.$transaction(async (tx) => {
    const version = await lockVersion(tx, versionId);
    const check = await tx.factCheck.findFirst({ where: { id, versionId }, include: { asked: true } });
    if (!version || !check) return refuse("not-found");
    if (!mayRevokeFactCheck(actor)) return refuse("not-allowed");
    if (check.answeredAt) return refuse("answered");
    if (check.revokedAt) return ok({ id });

    await tx.factCheck.update({ where: { id }, data: { revokedAt: now } });
    // Nobody should be asked for what is not wanted any more.
    await tx.letter.deleteMany({ where: { factCheckId: id, sentAt: null } });
    const line = { versionId, revision: check.asked.revision, fromState: version.state, toState: version.state };
    await tx.event.create({ data: { ...line, kind: "revokeFactCheck", actorId: actor.id, at: now } });
    return ok({ id });
  });
}
