import { lockChange, type ChangeRow, type Subject } from "#lib/data/catalogue/changes.ts";
import type { Queries } from "#lib/data/db.ts";
import { projectCaseStudy } from "#lib/data/directory/projection.ts";
import { raiseGeneration } from "#lib/data/generation.ts";
import { ok, refuse, type Result } from "#lib/domain/result.ts";
import { mayEditCatalogue, type Actor } from "#lib/domain/workflow/decide.ts";
import { undoRetag } from "./case-studies/undo-retag.ts";
import { undoCollectionChange } from "./collections/undo-collection-change.ts";
import { undoCouncilChange } from "./councils/undo-council-change.ts";
import { undoSynonymChange } from "../synonyms/undo-synonym-change.ts";
import { publiclyHeld } from "./hold-lists.ts";
import { undoTermChange, type Undone } from "./terms/undo-term-change.ts";

interface Request {
  id: string;
  actor: Extract<Actor, { kind: "person" }>;
  now?: Date;
}

type Undo = (tx: Queries, change: ChangeRow, by: { actorId: string; now: Date }) => Promise<Undone>;

/** Who puts back what was changed, by what it was about. Each answers with the case studies whose place in the listing follows. */
const undoes: Record<Subject, Undo> = {
  topic: (tx, change, { now }) => undoTermChange(tx, change, now),
  supportType: (tx, change, { now }) => undoTermChange(tx, change, now),
  caseStudies: undoRetag,
  collection: (tx, change) => undoCollectionChange(tx, change),
  council: (tx, change) => undoCouncilChange(tx, change),
  synonym: (tx, change) => undoSynonymChange(tx, change),
};

export type UndoRefusal = "not-allowed" | "not-found" | "undone-already" | "changed-since" | "cannot";

/** Undoes what an editor changed of the catalogue, once, where nothing of it was changed since. @returns how many case studies changed */
export async function undoChange({ id, actor, now = new Date() }: Request): Promise<Result<number, UndoRefusal>> {
  if (!mayEditCatalogue(actor)) return refuse("not-allowed");
  return publiclyHeld(async (tx) => {
    const change = await lockChange(tx, id);
    if (!change) return refuse("not-found");
    if (change.undoneAt) return refuse("undone-already");
    const undone = await undoes[change.subject as Subject](tx, change, { actorId: actor.id, now });
    if (!undone.ok) return undone;

    for (const caseStudyId of undone.value.touched) await projectCaseStudy(tx, caseStudyId);
    await tx.catalogueChange.update({ where: { id }, data: { undoneAt: now, undoneById: actor.id } });
    await raiseGeneration(tx);
    return ok(undone.value.touched.length);
  });
}
