import { db } from "#lib/data/db.ts";
import { findLink } from "#lib/data/submissions/links.ts";
import { lockVersion } from "#lib/data/versions.ts";
import { ok, refuse } from "#lib/domain/result.ts";
import { proveEmail } from "#lib/commands/people/prove-email.ts";
import { moveVersion } from "#lib/commands/workflow/move-version.ts";

/**
 * Spends a confirmation link: the submission that waited for it goes to the editors, or does so when it is released.
 * Spending it twice, by a double click or a second tab, changes nothing more and is no error.
 */
export async function confirmEmail({ token, now = new Date() }: { token: string; now?: Date }) {
  const link = await findLink(token, "confirm", now);
  if (!link?.versionId) return refuse("not-found");
  const { id, latestRevision: basedOn } = await db.version.findUniqueOrThrow({ where: { id: link.versionId } });
  const actor = { kind: "holder", versionId: id } as const;
  const confirm = () => moveVersion({ id, basedOn, move: "confirm", actor, now });

  let moved = await confirm();
  const held = !moved.ok && moved.reason === "wrong-state" && (await proveWhileHeld(id, now));
  // Released between the two looks, it waits for this confirmation after all.
  if (!moved.ok && moved.reason === "wrong-state" && !held) moved = await confirm();
  if (!moved.ok && !link.usedAt && moved.reason !== "wrong-state") return moved;
  await db.link.updateMany({ where: { id: link.id, usedAt: null }, data: { usedAt: now } });
  return ok({ versionId: id });
}

/** A held submission stays held, but its author has shown whose the mailbox is. Answers whether it was held. */
async function proveWhileHeld(id: string, now: Date): Promise<boolean> {
  return db.$transaction(async (tx) => {
    const version = await lockVersion(tx, id);
    if (version?.state !== "held") return false;
    await proveEmail(tx, version.authorId, now);
    return true;
  });
}
