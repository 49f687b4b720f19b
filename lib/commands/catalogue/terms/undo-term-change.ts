import type { ChangeRow } from "#lib/data/catalogue/changes.ts";
import { planUndo } from "#lib/data/catalogue/planning/undo-plan.ts";
import type { Queries } from "#lib/data/db.ts";
import { ok, refuse, type Result } from "#lib/domain/result.ts";
import { holdLists } from "../hold-lists.ts";
import { writePlan } from "./change-term.ts";

export type Undone = Result<{ touched: string[] }, "changed-since" | "cannot">;

/** Puts a list of topics or support types back to what it was before a change, where nothing of that was changed since. */
export async function undoTermChange(tx: Queries, change: ChangeRow, now = new Date()): Promise<Undone> {
  const plan = await holdLists(tx, async () => {
    const planned = await planUndo(tx, change);
    return planned.ok ? { ...planned.value, refusal: null } : { refusal: planned.reason, caseStudyIds: [] };
  });
  if (plan.refusal) return refuse(plan.refusal);
  await writePlan(tx, plan, now);
  return ok({ touched: plan.caseStudyIds });
}
