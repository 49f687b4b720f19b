import { findTerm, inTree, listedUnder, shownFor, type TermRow, type Terms } from "./terms.ts";

interface Naming {
  slug: string;
  title: string;
  /** Ids that its words name. */
  ids: readonly string[];
  leadId: string | null;
}

/** What a change of a list does to what is published. */
export interface Effect {
  /** Case studies that show other names, in the order given. */
  changed: { slug: string; title: string; before: string[]; after: string[] }[];
  /** Rows with another number of case studies, in the order of the tree. */
  counts: { id: string; name: string; before: number; after: number }[];
}

/**
 * What a change of a list does to case studies.
 *
 * @param tagged those whose words name anything that it touches
 * @param lists the rows as they are and as they will be
 * @param under how many case studies the listing has under each slug at present
 */
export function effectOn(
  tagged: readonly Naming[],
  lists: { before: Terms; after: Terms },
  under: ReadonlyMap<string, number>,
): Effect {
  const changed = tagged
    .map(({ slug, title, ids, leadId }) => ({
      ...{ slug, title },
      before: namesOf(lists.before, ids, leadId),
      after: namesOf(lists.after, ids, leadId),
    }))
    .filter(({ before, after }) => before.join("\n") !== after.join("\n"));
  const change = new Map<string, number>();
  const count = (rows: readonly TermRow[], by: number) => {
    for (const { id } of rows) change.set(id, (change.get(id) ?? 0) + by);
  };
  for (const { ids } of tagged) {
    count(listedUnder(lists.before, ids), -1);
    count(listedUnder(lists.after, ids), 1);
  }
  const rows = [...inTree(lists.after), ...inTree(lists.before).filter(({ id }) => !isStanding(lists.after, id))];
  const counts = rows.flatMap(({ id, name }) => {
    const by = change.get(id) ?? 0;
    const before = under.get(findTerm(lists.before, id)?.slug ?? "") ?? 0;
    return by ? [{ id, name, before, after: before + by }] : [];
  });
  return { changed, counts };
}

const isStanding = (rows: Terms, id: string) => findTerm(rows, id)?.mergedIntoId === null;

/** The names that a case study shows, and the one that its card offers more of. */
function namesOf(rows: Terms, ids: readonly string[], leadId: string | null): string[] {
  const [lead] = leadId === null ? [] : shownFor(rows, [leadId]);
  return [...shownFor(rows, ids).map(({ name }) => name), ...(lead ? [`“View all ${lead.name}” on its card`] : [])];
}
