import { db } from "#lib/data/db.ts";
import { findLink } from "#lib/data/submissions/links.ts";
import { ok, refuse } from "#lib/domain/result.ts";
import { moveVersion } from "#lib/commands/workflow/move-version.ts";

/**
 * Spends a confirmation link: the submission that waited for it goes to the editors.
 * Spending it twice, by a double click or a second tab, changes nothing more and is no error.
 */
export async function confirmEmail({ token, now = new Date() }: { token: string; now?: Date }) {
  const link = await findLink(token, "confirm", now);
  if (!link?.versionId) return refuse("not-found");
  const version = await db.version.findUniqueOrThrow({ where: { id: link.versionId } });
  const actor = { kind: "holder", versionId: version.id } as const;
  const moved = await moveVersion({ id: version.id, basedOn: version.latestRevision, move: "confirm", actor, now });
  if (!moved.ok && !link.usedAt && moved.reason !== "wrong-state") return moved;
  await db.link.updateMany({ where: { id: link.id, usedAt: null }, data: { usedAt: now } });
  return ok({ versionId: version.id });
}
