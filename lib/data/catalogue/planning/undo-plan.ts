import { applied, isBased, isWhole, reversed, type TermList } from "#lib/domain/catalogue/terms.ts";
import { ok, refuse, type Result } from "#lib/domain/result.ts";
import type { Queries } from "#lib/data/db.ts";
import type { ChangeRow } from "#lib/data/catalogue/changes.ts";
import { planTerms, type TermPlan } from "#lib/data/catalogue/planning/plan.ts";
import { readTermChange } from "#lib/data/catalogue/terms/term-changes.ts";
import { isNamed, readTerms } from "#lib/data/catalogue/terms/terms.ts";

/**
 * What undoing a change of topics or support types comes to, or why it cannot be undone: "changed-since" where something that it
 * wrote is not as it left it, or something was built on it; "cannot" where what was added is named by case studies.
 */
export async function planUndo(
  tx: Queries,
  change: Pick<ChangeRow, "subject" | "before" | "after">,
): Promise<Result<TermPlan, "changed-since" | "cannot">> {
  const list = change.subject as TermList;
  const { patch, taken } = readTermChange(change);
  const rows = await readTerms(tx, list);
  const undoing = reversed(patch);
  if (!isBased(rows, undoing)) return refuse("changed-since");
  for (const [id, { after }] of Object.entries(undoing))
    if (after === null) {
      if (rows.some((row) => row.parentId === id || row.mergedIntoId === id)) return refuse("changed-since");
      if (await isNamed(tx, list, id)) return refuse("cannot");
    }
  if (!isWhole(applied(rows, undoing))) return refuse("changed-since");
  return ok(await planTerms(tx, { list, rows, patch: undoing, back: taken }));
}
