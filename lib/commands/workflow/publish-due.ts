import { db } from "#lib/data/db.ts";
import { oweLetter } from "#lib/data/letters/letters.ts";
import { holdReviewer } from "#lib/data/people/people.ts";
import { lockVersion } from "#lib/data/versions.ts";
import { createLog, type Log } from "#lib/ops/log.ts";
import { moveVersion } from "./move-version.ts";

/**
 * Publishes every scheduled version whose time has come. Safe to run at any moment and from several processes.
 * One that cannot be published is noted in the log and does not keep the others back.
 */
export async function publishDue(now = new Date(), log = createLog()): Promise<number> {
  const due = await db.version.findMany({
    where: { state: "scheduled", publishAt: { lte: now } },
    select: { id: true, latestRevision: true },
    orderBy: { publishAt: "asc" },
  });
  let published = 0;
  for (const version of due) if (await publishOne(version, now, log)) published++;
  return published;
}

async function publishOne({ id, latestRevision }: { id: string; latestRevision: number }, now: Date, log: Log) {
  const actor = { kind: "clock" } as const;
  try {
    const outcome = await moveVersion({ id, basedOn: latestRevision, move: "publish", actor, now });
    if (!outcome.ok) {
      const { reason } = outcome;
      // Somebody else was there first, another process or an editor who put it off; or its author may still answer.
      const level = ["not-allowed", "wrong-state", "awaiting-council"].includes(reason) ? "info" : "warn";
      log[level]({ version: id, reason }, "a scheduled version was not published");
      if (reason === "incomplete") await tellItsEditor(id, now);
    }
    return outcome.ok;
  } catch (error) {
    log.error({ version: id, err: error }, "a scheduled version could not be published");
    return false;
  }
}

/** The editor who has it, or the editors where nobody has it any more, hear once that its council was told of a time at which it did not come out. */
async function tellItsEditor(id: string, now: Date): Promise<void> {
  await db.$transaction(async (tx) => {
    const version = await lockVersion(tx, id);
    if (!version?.publishAt) return;
    const told = { versionId: id, kind: "notPublished", queuedAt: { gte: version.publishAt } };
    if (await tx.letter.count({ where: told })) return;
    const toId = await holdReviewer(tx, version.assigneeId);
    await oweLetter(tx, { kind: "notPublished", toId, versionId: id, now });
  });
}
