import { inTree, standingFor, type TermList, type Terms } from "#lib/domain/catalogue/terms.ts";
import type { Term } from "#lib/domain/listing/groups.ts";
import { db } from "#lib/data/db.ts";
import { holdUntilChanged } from "#lib/data/held.ts";
import { readTerms } from "#lib/data/catalogue/terms/terms.ts";

/** Something that words may name by its id. */
export interface NamedTerm extends Term {
  id: string;
  /** Whether it can be chosen where it was not before: what was retired or merged cannot. */
  offered: boolean;
}

interface Named {
  topic: NamedTerm[];
  support: NamedTerm[];
}

/**
 * Every topic and support type that words may name, for forms and for reading: in the order of the tree, then what was merged,
 * under the name of what stands for it. Held until something public changes.
 */
export const getNamedTerms = holdUntilChanged(readNamed);

async function readNamed(): Promise<Named> {
  const [topic, support] = await Promise.all((["topic", "supportType"] as const satisfies TermList[]).map(read));
  return { topic: topic ?? [], support: support ?? [] };
}

const read = async (list: TermList) => named(await readTerms(db, list));

function named(rows: Terms): NamedTerm[] {
  const slugs = new Map(rows.map(({ id, slug }) => [id, slug]));
  const standing = inTree(rows).map(({ id, slug, name, parentId, retiredAt }) => ({
    ...{ id, slug, name, offered: retiredAt === null },
    parent: parentId === null ? null : (slugs.get(parentId) ?? null),
  }));
  const merged = rows.flatMap(({ id, slug, mergedIntoId }) => {
    const end = mergedIntoId === null ? undefined : standingFor(rows, id);
    return end ? [{ id, slug, name: end.name, parent: null, offered: false }] : [];
  });
  return [...standing, ...merged];
}
