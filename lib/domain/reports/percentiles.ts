/**
 * The value that a share of some values does not exceed, between two of them where it falls between two: as PostgreSQL's
 * percentile_cont has it. Null for no values.
 *
 * @param sorted from the smallest on
 * @param share from 0 to 1: a half for the median
 */
export function percentile(sorted: readonly number[], share: number): number | null {
  const place = (sorted.length - 1) * share;
  const [below, above] = [sorted[Math.floor(place)], sorted[Math.ceil(place)]];
  if (below === undefined || above === undefined) return null;
  return below + (above - below) * (place - Math.floor(place));
}

/** Days as people are told them: whole ones, and never none. */
export const toldDays = (days: number): number => Math.max(1, Math.round(days));
