import type { ChangeRow } from "#lib/data/catalogue/changes.ts";
import { readRetagChange } from "#lib/data/catalogue/retagging/changes.ts";
import { listTaggedVersions, writeRetag } from "#lib/data/catalogue/retagging/rows.ts";
import type { Queries } from "#lib/data/db.ts";
import { lockCaseStudies } from "#lib/data/versions.ts";
import { sameTags, withTags } from "#lib/domain/catalogue/retag/retag.ts";
import { ok, refuse } from "#lib/domain/result.ts";
import type { Undone } from "../terms/undo-term-change.ts";

/**
 * Gives case studies the tags they had before many were retagged. One that has other tags or another version by now is left as
 * it is; "changed-since" where that is all of them.
 */
export async function undoRetag(
  tx: Queries,
  change: ChangeRow,
  { actorId, now }: { actorId: string; now: Date },
): Promise<Undone> {
  const done = readRetagChange(change);
  const ids = done.map(({ caseStudyId }) => caseStudyId);
  await lockCaseStudies(tx, ids);
  const touched: string[] = [];
  for (const one of await listTaggedVersions(tx, ids)) {
    const was = done.find(({ versionId }) => versionId === one.versionId);
    if (!was || !sameTags(one.tags, was.after)) continue;
    const answers = withTags(one.template, one.answers, was.before);
    await writeRetag(tx, { ...one, answers, writerId: actorId, at: now });
    touched.push(one.caseStudyId);
  }
  return touched.length ? ok({ touched }) : refuse("changed-since");
}
