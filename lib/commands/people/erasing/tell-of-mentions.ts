import type { Queries } from "#lib/data/db.ts";
import { oweLetter } from "#lib/data/letters/letters.ts";
import { listForEditors } from "#lib/data/review/for-editors.ts";
import type { Mention } from "#lib/data/people/mentions.ts";
import { pageStates, type State } from "#lib/domain/workflow/states.ts";

/**
 * Owes the editors a letter about each version they may read whose words name somebody who asked to be deleted. It cannot say who: nothing may
 * keep that. One that waits already is enough.
 *
 * @returns the mentions that are still there
 */
export async function tellOfMentions(tx: Queries, mentions: readonly Mention[], now: Date): Promise<Mention[]> {
  const versions = await tx.version.findMany({
    where: { caseStudyId: { in: mentions.map(({ caseStudyId }) => caseStudyId) } },
    select: { id: true, caseStudyId: true, state: true },
    orderBy: { number: "desc" },
  });
  const readable = await listForEditors(
    versions.map(({ id }) => id),
    tx,
  );
  const left = mentions.flatMap((mention) => {
    const own = versions.filter(({ caseStudyId }) => caseStudyId === mention.caseStudyId);
    const about = mention.versionId
      ? versions.find(({ id }) => id === mention.versionId)
      : (shownOrNewest(own.filter(({ id }) => readable.has(id))) ?? own[0]);
    return about ? [{ mention, versionId: about.id }] : [];
  });
  for (const versionId of new Set(left.map((one) => one.versionId))) {
    // Nobody but its author could open what was never sent; that it names somebody is said to whoever erases, and logged.
    if (!readable.has(versionId)) continue;
    const waiting = await tx.letter.count({ where: { kind: "mentions", versionId, sentAt: null } });
    if (!waiting) await oweLetter(tx, { kind: "mentions", toId: null, versionId, now });
  }
  return left.map(({ mention }) => mention);
}

/** The version to send an editor to about what belongs to no version in particular. */
const shownOrNewest = <T extends { state: State }>(newestFirst: readonly T[]): T | undefined =>
  newestFirst.find(({ state }) => (pageStates as readonly State[]).includes(state)) ?? newestFirst[0];
