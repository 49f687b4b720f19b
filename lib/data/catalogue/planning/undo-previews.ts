import { sameTags } from "#lib/domain/catalogue/retag/retag.ts";
import type { Result } from "#lib/domain/result.ts";
import { ok, refuse } from "#lib/domain/result.ts";
import { db } from "#lib/data/db.ts";
import type { ChangeRow, Subject } from "#lib/data/catalogue/changes.ts";
import type { TermPlan } from "#lib/data/catalogue/planning/plan.ts";
import { readRetagChange } from "#lib/data/catalogue/retagging/changes.ts";
import { listTaggedVersions } from "#lib/data/catalogue/retagging/rows.ts";
import { planUndo } from "#lib/data/catalogue/planning/undo-plan.ts";

/** What undoing a change comes to: of a list, of the tags of many case studies, or of something whose sentence says enough. */
export type UndoPreview =
  | { of: "plain" }
  | { of: "collection"; id: string; held: number }
  | { of: "terms"; plan: TermPlan }
  | { of: "caseStudies"; restored: string[]; left: string[] };

type Preview = (change: ChangeRow) => Promise<Result<UndoPreview, "changed-since" | "cannot">>;

/** Who says what undoing comes to, by what was changed. */
const previews: Record<Subject, Preview> = {
  topic: ofTerms,
  supportType: ofTerms,
  caseStudies: ofCaseStudies,
  collection: ofCollection,
  council: async () => ok({ of: "plain" }),
  synonym: async () => ok({ of: "plain" }),
};

/** What undoing a change comes to at present, or why it cannot be undone. */
export const previewUndo: Preview = (change) => previews[change.subject as Subject](change);

async function ofTerms(change: ChangeRow): ReturnType<Preview> {
  const planned = await planUndo(db, change);
  return planned.ok ? ok({ of: "terms" as const, plan: planned.value }) : planned;
}

/** One that was added goes for good; what else was changed is put back. */
async function ofCollection({ kind, subjectId }: ChangeRow): ReturnType<Preview> {
  if (kind !== "add") return ok({ of: "plain" });
  const held = await db.collectionItem.count({ where: { collectionId: subjectId } });
  return ok({ of: "collection", id: subjectId, held });
}

async function ofCaseStudies(change: ChangeRow): ReturnType<Preview> {
  const done = readRetagChange(change);
  const versions = await listTaggedVersions(
    db,
    done.map(({ caseStudyId }) => caseStudyId),
  );
  const isAsLeft = (version: (typeof versions)[number]) =>
    done.some(({ versionId, after }) => versionId === version.versionId && sameTags(after, version.tags));
  const restored = versions.filter(isAsLeft).map(({ title }) => title);
  const left = versions.filter((version) => !isAsLeft(version)).map(({ title }) => title);
  const gone = done.length - versions.length;
  if (!restored.length) return refuse("changed-since");
  return ok({
    of: "caseStudies" as const,
    restored,
    left: [...left, ...(gone ? [`${gone} no longer published`] : [])],
  });
}
