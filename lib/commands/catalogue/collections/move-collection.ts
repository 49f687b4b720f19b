import { noteChange } from "#lib/data/catalogue/changes.ts";
import { readOrder, writeOrder } from "#lib/data/catalogue/collections/collections.ts";
import { digestOf, isSame } from "#lib/data/catalogue/digest.ts";
import { moved, type Direction } from "#lib/domain/catalogue/moved.ts";
import { ok, refuse, type Result } from "#lib/domain/result.ts";
import { mayEditCatalogue } from "#lib/domain/workflow/decide.ts";
import { changeCatalogue } from "../change-catalogue.ts";
import type { Person } from "./note-collection.ts";

interface Request {
  id: string;
  how: Direction;
  /** The digest of the order it was read in. */
  basedOn?: string | undefined;
  actor: Person;
  now?: Date;
}

/** Moves a collection by one place among all of them. */
export async function moveCollection({
  id,
  how,
  basedOn,
  actor,
  now = new Date(),
}: Request): Promise<Result<null, "not-allowed" | "changed">> {
  if (!mayEditCatalogue(actor)) return refuse("not-allowed");
  return changeCatalogue(async (tx) => {
    const before = await readOrder(tx);
    if (basedOn !== undefined && basedOn !== digestOf({ order: before })) return refuse("changed");
    const after = moved(before, id, how);
    if (isSame(before, after)) return ok({ value: null, touched: [] });
    await writeOrder(tx, after);
    const change = { subject: "collection", subjectId: id, kind: "move", actorId: actor.id, at: now } as const;
    await noteChange(tx, { ...change, before: { order: before }, after: { order: after } });
    return ok({ value: null, touched: [] });
  });
}
