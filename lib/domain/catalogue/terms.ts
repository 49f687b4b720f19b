/** The lists that editors keep as terms: topics in a tree of two levels, support types in a row. */
export type TermList = "topic" | "supportType";

/** A row of one of the lists, whether it stands, was retired or was merged into another. */
export interface TermRow {
  /** Its first slug. Revisions hold it, so it never changes. */
  id: string;
  slug: string;
  name: string;
  parentId: string | null;
  /** Says its place among those beside it, and nothing else. */
  position: number;
  oldNumber: number | null;
  /** ISO 8601. */
  retiredAt: string | null;
  mergedIntoId: string | null;
}

export type Terms = readonly TermRow[];
export type Fields = Partial<TermRow>;

/** What a change does to rows, by id: the fields it writes, as they are and as they will be. Null where there is no row. */
export type Patch = Record<string, { before: Fields | null; after: Fields | null }>;

export const findTerm = (rows: Terms, id: string | null | undefined): TermRow | undefined =>
  rows.find((row) => row.id === id);

/** The row that stands for one, through every merge: itself, where it was merged into none. */
export function standingFor(rows: Terms, id: string): TermRow | undefined {
  const passed = new Set<string>();
  let row = findTerm(rows, id);
  while (row?.mergedIntoId && !passed.has(row.id)) {
    passed.add(row.id);
    row = findTerm(rows, row.mergedIntoId);
  }
  return row;
}

/** Every id that a row stands for, its own first. */
export const familyOf = (rows: Terms, id: string): string[] => [
  id,
  ...rows.filter((row) => row.id !== id && standingFor(rows, row.id)?.id === id).map((row) => row.id),
];

const byPosition = (one: TermRow, other: TermRow) => one.position - other.position || (one.id < other.id ? -1 : 1);

/** Rows that were not merged and lie directly under one, or on top, in their order. */
export const childrenOf = (rows: Terms, id: string | null): TermRow[] =>
  rows.filter((row) => row.parentId === id && row.mergedIntoId === null).toSorted(byPosition);

/** Rows that were not merged, in the order of the tree: each before those within it. */
export const inTree = (rows: Terms): TermRow[] =>
  childrenOf(rows, null).flatMap((row) => [row, ...childrenOf(rows, row.id)]);

/**
 * The rows that readers meet, in the order of the tree. What was retired stays for them as long as something published has it.
 *
 * @param isListed whether anything published stands under a slug
 */
export const shownTerms = (rows: Terms, isListed: (slug: string) => boolean): TermRow[] =>
  inTree(rows).filter(({ retiredAt, slug }) => retiredAt === null || isListed(slug));

/** The rows that a case study is listed under, given what its words name: those that stand, and what they lie in. */
export function listedUnder(rows: Terms, ids: readonly string[]): TermRow[] {
  const own = shownFor(rows, ids);
  return [...new Set(own.flatMap((row) => [row, findTerm(rows, row.parentId) ?? row]))];
}

/** The rows that a case study shows, given what its words name. Each once, in the order of the words. */
export const shownFor = (rows: Terms, ids: readonly string[]): TermRow[] => [
  ...new Set(ids.flatMap((id) => standingFor(rows, id) ?? [])),
];

/** The rows as a change leaves them. */
export function applied(rows: Terms, patch: Patch): TermRow[] {
  const kept = rows.flatMap((row) => {
    const change = patch[row.id];
    if (!change) return [row];
    return change.after ? [{ ...row, ...change.after }] : [];
  });
  const added = Object.values(patch).flatMap(({ before, after }) =>
    before === null && after ? [after as TermRow] : [],
  );
  return [...kept, ...added];
}

/** The change that undoes another. */
export const reversed = (patch: Patch): Patch =>
  Object.fromEntries(Object.entries(patch).map(([id, { before, after }]) => [id, { before: after, after: before }]));

/** Whether rows are still what a change found, in every field that it writes. What it removes may have changed its place. */
export function isBased(rows: Terms, patch: Patch): boolean {
  return Object.entries(patch).every(([id, { before, after }]) => {
    const row = findTerm(rows, id);
    if (!before || !row) return !before && !row;
    return Object.entries(before).every(
      ([field, value]) => row[field as keyof TermRow] === value || (field === "position" && after === null),
    );
  });
}

/** Whether the rows make a list as it has to be: two levels, addresses of one owner each, nothing under what is gone. */
export function isWhole(rows: Terms): boolean {
  if (new Set(rows.map(({ slug }) => slug)).size < rows.length) return false;
  return rows.every((row) => {
    if (row.mergedIntoId !== null) return standingFor(rows, row.id)?.mergedIntoId === null;
    if (row.parentId === null) return true;
    const parent = findTerm(rows, row.parentId);
    const open = parent?.parentId === null && parent.mergedIntoId === null;
    return open && (parent.retiredAt === null || row.retiredAt !== null);
  });
}

/** The ids by which words name what a change is about, other than its place among those beside it. */
export function namedBy(rows: Terms, patch: Patch): string[] {
  const ids = Object.entries(patch).flatMap(([id, { before, after }]) =>
    Object.keys({ ...before, ...after }).some((field) => field !== "position") ? [id] : [],
  );
  return [...new Set(ids.flatMap((id) => familyOf(rows, id)))];
}

/** The ids in a case study's words, or beside them, whose meaning a change touches. */
export function touchedBy(rows: Terms, patch: Patch): string[] {
  const meaningful: (keyof TermRow)[] = ["slug", "name", "parentId", "mergedIntoId"];
  const changed = Object.entries(patch).filter(([, { before, after }]) =>
    meaningful.some((field) => before?.[field] !== after?.[field]),
  );
  const ids = changed.flatMap(([id]) => [id, ...rows.filter(({ parentId }) => parentId === id).map((row) => row.id)]);
  return [...new Set(ids.flatMap((id) => familyOf(rows, id)))];
}
