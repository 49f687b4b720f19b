import { undoChange } from "#lib/commands/catalogue/undo-change.ts";
import { db } from "#lib/data/db.ts";

/** Takes back the last change of a collection or a council, as the page that lists changes does for whoever made it. */
export async function undoLast(subject: "collection" | "council") {
  const { id, actor } = await db.catalogueChange.findFirstOrThrow({
    where: { subject },
    orderBy: [{ at: "desc" }, { id: "desc" }],
    include: { actor: true },
  });
  if (!actor) throw new Error("Whoever made the change is gone");
  return undoChange({ id, actor: { kind: "person", ...actor } });
}
