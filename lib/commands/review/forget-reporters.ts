import { db } from "#lib/data/db.ts";
import { forgetIdlePerson } from "#lib/data/people/people.ts";
import { daysAddressKept, problems } from "#lib/domain/suggestion.ts";

const day = 24 * 60 * 60 * 1000;

/**
 * Forgets who reported problems that were settled long enough ago, and deletes their addresses where nothing else is held under
 * them. What they wrote stays with the case study.
 *
 * @returns how many problems nobody's name stands beside any more
 */
export async function forgetReporters(now = new Date()): Promise<number> {
  const over = {
    kind: { in: problems.map(({ value }) => value) },
    handledAt: { lt: new Date(now.getTime() - daysAddressKept * day) },
    fromId: { not: null },
  };
  const reported = await db.suggestion.findMany({ where: over, select: { id: true, fromId: true } });
  for (const { id, fromId } of reported)
    await db.$transaction(async (tx) => {
      await tx.suggestion.updateMany({ where: { id }, data: { fromId: null } });
      // What was written to them about it goes with the address, or would name them still.
      await tx.letter.deleteMany({ where: { suggestionId: id, kind: "settle" } });
      if (fromId) await forgetIdlePerson(tx, fromId);
    });
  return reported.length;
}
