import { db } from "#lib/data/db.ts";
import { moveVersion } from "./move-version.ts";

/** Publishes every scheduled version whose time has come. Safe to run at any moment and from several processes. */
export async function publishDue(now = new Date()): Promise<number> {
  const due = await db.version.findMany({
    where: { state: "scheduled", publishAt: { lte: now } },
    select: { id: true, latestRevision: true },
    orderBy: { publishAt: "asc" },
  });
  let published = 0;
  for (const { id, latestRevision } of due) {
    const outcome = await moveVersion({ id, basedOn: latestRevision, move: "publish", actor: { kind: "clock" }, now });
    if (outcome.ok) published++;
  }
  return published;
}
