import { noteChange, noteFormerSlug } from "#lib/data/catalogue/changes.ts";
import { readCollection, writeCollection, type CollectionState } from "#lib/data/catalogue/collections/collections.ts";
import { isSame, pick } from "#lib/data/catalogue/digest.ts";
import type { Queries } from "#lib/data/db.ts";
import type { Actor } from "#lib/domain/workflow/decide.ts";

export type Person = Extract<Actor, { kind: "person" }>;

/** What a change of a collection is called. */
export type CollectionChange =
  | "add"
  | "rename"
  | "introduce"
  | "fill"
  | "put"
  | "take-out"
  | "arrange"
  | "move"
  | "retire"
  | "bring-back";

interface Written {
  id: string;
  kind: CollectionChange;
  values: Partial<CollectionState>;
  actor: Person;
  now: Date;
}

/**
 * Writes some of a collection and notes what it was. A slug it had goes on leading to it.
 *
 * @returns the case studies whose rows in the listing follow
 */
export async function writeNoted(
  tx: Queries,
  before: CollectionState,
  { id, kind, values, actor, now }: Written,
): Promise<string[]> {
  await writeCollection(tx, id, values, now);
  const after = (await readCollection(tx, id)) ?? before;
  const keys = differing(before, after);
  if (!keys.length) return [];
  if (before.slug !== after.slug)
    await noteFormerSlug(tx, { subject: "collection", slug: before.slug, subjectId: id, at: now });
  await noteChange(tx, {
    ...{ subject: "collection", subjectId: id, kind, actorId: actor.id, at: now },
    before: pick(before, keys),
    after: pick(after, keys),
  });
  return touchedBy(before, after);
}

const differing = (before: CollectionState, after: CollectionState) =>
  (Object.keys(after) as (keyof CollectionState)[]).filter((key) => !isSame(before[key], after[key]));

/** The case studies of which the listing says something else after a change: those that came or went, or all, under a new slug. */
export function touchedBy(before: CollectionState, after: CollectionState): string[] {
  const all = [...new Set([...before.items, ...after.items])];
  if (before.slug !== after.slug || before.retiredAt !== after.retiredAt) return all;
  return all.filter((id) => before.items.includes(id) !== after.items.includes(id));
}
