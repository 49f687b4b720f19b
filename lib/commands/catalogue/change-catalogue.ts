import { projectAgain } from "#lib/commands/directory/project-again.ts";
import { holdCatalogue } from "#lib/data/catalogue/hold.ts";
import { oweProjections } from "#lib/data/catalogue/owed-projections.ts";
import type { Queries } from "#lib/data/db.ts";
import { publicly, raiseGeneration } from "#lib/data/generation.ts";
import { lockCaseStudies } from "#lib/data/versions.ts";
import { ok, type Result } from "#lib/domain/result.ts";

/** What a change came to, and the case studies whose rows in the listing follow it. */
export interface Changed<Value> {
  value: Value;
  touched: readonly string[];
}

const timeout = 60_000;

/**
 * Changes what everything is ordered by, alone, and then writes the rows of the listing that follow. The change is kept first,
 * with the rows it owes: whatever ends the process in between, they are written later.
 *
 * @param named case studies that the change names, which are held before anything else
 */
export async function changeCatalogue<Value, Reason>(
  work: (tx: Queries) => Promise<Result<Changed<Value>, Reason>>,
  named: readonly string[] = [],
): Promise<Result<Value, Reason>> {
  const changed = await publicly(
    async (tx) => {
      await lockCaseStudies(tx, named);
      await holdCatalogue(tx);
      const outcome = await work(tx);
      if (!outcome.ok) return outcome;
      await oweProjections(tx, outcome.value.touched);
      await raiseGeneration(tx);
      return outcome;
    },
    { timeout },
  );
  if (!changed.ok) return changed;
  await projectAgain(changed.value.touched);
  return ok(changed.value.value);
}
