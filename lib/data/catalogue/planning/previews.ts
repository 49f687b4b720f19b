import { decideTerms, type TermRefusal, type Wish } from "#lib/domain/catalogue/decide.ts";
import { inTree, type TermList, type TermRow } from "#lib/domain/catalogue/terms.ts";
import { ok, refuse, type Result } from "#lib/domain/result.ts";
import { db } from "#lib/data/db.ts";
import { planTerms, type TermPlan } from "#lib/data/catalogue/planning/plan.ts";
import { countUnder } from "#lib/data/catalogue/planning/tagged.ts";
import { readTerms } from "#lib/data/catalogue/terms/terms.ts";

/** What a wish comes to at present, or why it cannot be. */
export async function previewWish(
  list: TermList,
  wish: Wish,
  now = new Date(),
): Promise<Result<TermPlan, TermRefusal>> {
  const rows = await readTerms(db, list);
  const decided = decideTerms(rows, wish, now.toISOString());
  return decided.ok ? ok(await planTerms(db, { list, rows, patch: decided.value })) : refuse(decided.reason);
}

/** A row of a list as editors keep it, with how many published case studies are listed under it. */
export interface KeptTerm extends TermRow {
  count: number;
}

/** A list in the order of its tree, without what was merged. */
export async function listKept(list: TermList): Promise<KeptTerm[]> {
  const [rows, under] = await Promise.all([readTerms(db, list), countUnder(db, list)]);
  return inTree(rows).map((row) => ({ ...row, count: under.get(row.slug) ?? 0 }));
}
