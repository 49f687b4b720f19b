import { readCollection, type CollectionState } from "#lib/data/catalogue/collections/collections.ts";
import { digestOf, isSame, pick } from "#lib/data/catalogue/digest.ts";
import { ok, refuse, type Result } from "#lib/domain/result.ts";
import { slugOf } from "#lib/domain/slug.ts";
import { mayEditCatalogue } from "#lib/domain/workflow/decide.ts";
import { changeCatalogue } from "../change-catalogue.ts";
import { writeNoted, type Person } from "./note-collection.ts";

type Values = Partial<Pick<CollectionState, "name" | "introduction" | "items">>;

interface Request {
  id: string;
  /** What is to be different. Case studies by their ids, in the order the page shows them. */
  values: Values;
  /** The digest of those values as they were read; without it, whatever they are now. */
  basedOn?: string | undefined;
  actor: Person;
  now?: Date;
}

export type CollectionRefusal =
  | { why: "not-allowed" | "gone" | "name-taken" }
  | { why: "changed"; now: CollectionState };

/** Changes a collection. A new name brings a new address, to which the old one leads. */
export async function changeCollection({
  id,
  values,
  basedOn,
  actor,
  now = new Date(),
}: Request): Promise<Result<CollectionState, CollectionRefusal>> {
  if (!mayEditCatalogue(actor)) return refuse({ why: "not-allowed" });
  const wanted = { ...values, ...(values.items && { items: [...new Set(values.items)] }) };
  return changeCatalogue<CollectionState, CollectionRefusal>(async (tx) => {
    const before = await readCollection(tx, id);
    if (!before || before.retiredAt) return refuse({ why: "gone" });
    const keys = Object.keys(wanted) as (keyof Values)[];
    // The same form sent again finds its own work.
    if (isSame(pick(before, keys), wanted)) return ok({ value: before, touched: [] });
    if (basedOn !== undefined && basedOn !== digestOf(pick(before, keys)))
      return refuse({ why: "changed", now: before });

    const slug = wanted.name === undefined ? before.slug : slugOf(wanted.name);
    if (await tx.collection.count({ where: { slug, id: { not: id } } })) return refuse({ why: "name-taken" });
    const kind = wanted.items
      ? "fill"
      : wanted.name !== undefined && wanted.name !== before.name
        ? "rename"
        : "introduce";
    const touched = await writeNoted(tx, before, { id, kind, values: { ...wanted, slug }, actor, now });
    return ok({ value: (await readCollection(tx, id)) ?? before, touched });
  }, wanted.items);
}
