import { readCollection, type CollectionState } from "#lib/data/catalogue/collections/collections.ts";
import { digestOf } from "#lib/data/catalogue/digest.ts";
import { moved, type Direction } from "#lib/domain/catalogue/moved.ts";
import { ok, refuse, type Result } from "#lib/domain/result.ts";
import { mayEditCatalogue } from "#lib/domain/workflow/decide.ts";
import { changeCatalogue } from "../change-catalogue.ts";
import type { CollectionRefusal } from "./change-collection.ts";
import { writeNoted, type CollectionChange, type Person } from "./note-collection.ts";

interface Request {
  id: string;
  caseStudyId: string;
  how: "put" | "take-out" | Direction;
  /** The digest of what it held when it was read: places mean something in that order alone. */
  basedOn?: string | undefined;
  actor: Person;
  now?: Date;
}

/** Puts a case study into a collection, after the others, takes it out, or moves it by one place. */
export async function arrangeCollection({
  id,
  caseStudyId,
  how,
  basedOn,
  actor,
  now = new Date(),
}: Request): Promise<Result<CollectionState, CollectionRefusal>> {
  if (!mayEditCatalogue(actor)) return refuse({ why: "not-allowed" });
  return changeCatalogue<CollectionState, CollectionRefusal>(
    async (tx) => {
      const before = await readCollection(tx, id);
      if (!before || before.retiredAt) return refuse({ why: "gone" });
      const byPlace = how === "up" || how === "down";
      if (byPlace && basedOn !== undefined && basedOn !== digestOf({ items: before.items }))
        return refuse({ why: "changed", now: before });

      const kind: CollectionChange = byPlace ? "arrange" : how;
      const values = { items: arranged(before.items, caseStudyId, how) };
      const touched = await writeNoted(tx, before, { id, kind, values, actor, now });
      return ok({ value: (await readCollection(tx, id)) ?? before, touched });
    },
    [caseStudyId],
  );
}

function arranged(items: readonly string[], id: string, how: Request["how"]): string[] {
  const others = items.filter((item) => item !== id);
  if (how === "take-out") return others;
  if (how === "put") return items.includes(id) ? [...items] : [...items, id];
  return moved(items, id, how);
}
