import { projectAgain } from "#lib/commands/directory/project-again.ts";
import { undoCollectionChange } from "#lib/commands/catalogue/collections/undo-collection-change.ts";
import { undoCouncilChange } from "#lib/commands/catalogue/councils/undo-council-change.ts";
import { db } from "#lib/data/db.ts";
import { publicly, raiseGeneration } from "#lib/data/generation.ts";

/** Takes back the last change of a collection or a council, as the page that lists changes does. */
export async function undoLast(subject: "collection" | "council") {
  const change = await db.catalogueChange.findFirstOrThrow({
    where: { subject },
    orderBy: [{ at: "desc" }, { id: "desc" }],
  });
  const undo = subject === "collection" ? undoCollectionChange : undoCouncilChange;
  const undone = await publicly(async (tx) => {
    const outcome = await undo(tx, change);
    if (outcome.ok) await raiseGeneration(tx);
    return outcome;
  });
  if (undone.ok) await projectAgain(undone.value.touched);
  return undone;
}
