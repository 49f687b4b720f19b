/**
 * Where one answer of a long list ends and the next begins: behind a row, by what it is sorted by, or at a place, where
 * the order is not one of the rows alone.
 */
export type Position = { after: readonly [key: string, id: string] } | { place: number };
