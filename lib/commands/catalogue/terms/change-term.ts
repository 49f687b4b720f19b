import { keepTermChange } from "#lib/data/catalogue/terms/term-changes.ts";
import { planTerms, type TermPlan } from "#lib/data/catalogue/planning/plan.ts";
import { readTerms, writeTerms } from "#lib/data/catalogue/terms/terms.ts";
import { writeFormer } from "#lib/data/catalogue/changes.ts";
import type { Queries } from "#lib/data/db.ts";
import { projectCaseStudy } from "#lib/data/directory/projection.ts";
import { raiseGeneration } from "#lib/data/generation.ts";
import { decideTerms, type TermRefusal, type Wish } from "#lib/domain/catalogue/decide.ts";
import { saidOf } from "#lib/domain/catalogue/words.ts";
import type { TermList } from "#lib/domain/catalogue/terms.ts";
import { ok, refuse, type Result } from "#lib/domain/result.ts";
import { mayEditCatalogue, type Actor } from "#lib/domain/workflow/decide.ts";
import { holdLists, publiclyHeld } from "../hold-lists.ts";

interface Request {
  list: TermList;
  wish: Wish;
  /** What the editor was shown of what it comes to; without it, whatever it is now. */
  seen?: string | undefined;
  actor: Extract<Actor, { kind: "person" }>;
  now?: Date;
}

/** "changed": it comes to something else by now than what the editor was shown. */
export type ChangeRefusal = TermRefusal | { why: "not-allowed" } | { why: "changed" };

/**
 * Changes topics or support types as an editor wishes, and everything published that is listed under them.
 *
 * @returns what was done, in a sentence, and the change's id, by which it is undone
 */
export async function changeTerm({ list, wish, seen, actor, now = new Date() }: Request) {
  if (!mayEditCatalogue(actor)) return refuse({ why: "not-allowed" } as const);
  return publiclyHeld(async (tx): Promise<Result<{ id: string; said: string }, ChangeRefusal>> => {
    const at = now.toISOString();
    const plan = await holdLists(tx, async () => {
      const rows = await readTerms(tx, list);
      const decided = decideTerms(rows, wish, at);
      if (!decided.ok) return { refusal: decided.reason, caseStudyIds: [] };
      return { ...(await planTerms(tx, { list, rows, patch: decided.value })), refusal: null };
    });
    if (plan.refusal) return refuse(plan.refusal);
    if (seen !== undefined && seen !== plan.seen) return refuse({ why: "changed" });

    await writePlan(tx, plan, now);
    for (const caseStudyId of plan.caseStudyIds) await projectCaseStudy(tx, caseStudyId);
    const said = saidOf(wish, plan.rows, list);
    const id = await keepTermChange(tx, { ...plan, wish, said, actorId: actor.id, at: now });
    await raiseGeneration(tx);
    return ok({ id, said });
  });
}

/** Writes a change of a list and the addresses that follow from it. What is listed under it is still to be written anew. */
export async function writePlan(tx: Queries, { list, patch, former }: TermPlan, now: Date): Promise<void> {
  await writeTerms(tx, list, patch);
  await writeFormer(tx, { subject: list, ...former, at: now });
}
