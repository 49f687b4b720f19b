import { db } from "#lib/data/db.ts";
import { oweLetter } from "#lib/data/letters/letters.ts";
import { lockVersion, subjectOf } from "#lib/data/versions.ts";
import { ok, refuse } from "#lib/domain/result.ts";
import { movesFor } from "#lib/domain/workflow/decide.ts";

/** Sends the letter again that confirms the e-mail address a submission waits for. */
export async function sendConfirmationAgain({ versionId, now = new Date() }: { versionId: string; now?: Date }) {
  return db.$transaction(async (tx) => {
    const version = await lockVersion(tx, versionId);
    if (!version?.authorId) return refuse("not-found");
    const awaited = movesFor(subjectOf(version), { kind: "holder", versionId }, now).includes("confirm");
    if (!awaited) return refuse("wrong-state");
    const sent = await tx.event.findFirstOrThrow({ where: { versionId, kind: "submit" }, orderBy: { at: "desc" } });
    await oweLetter(tx, { kind: "submit", toId: version.authorId, eventId: sent.id, now });
    return ok(null);
  });
}
