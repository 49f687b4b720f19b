interface Extreme {
  value: number;
  /** Where in the series it is, the first place first. */
  places: [number, ...number[]];
}

/** What stands out in a series, gaps (null) aside. */
export interface Extremes {
  highest: Extreme;
  lowest: Extreme;
  latest: Extreme;
}

/** Null for a series of gaps. */
export function extremesOf(series: readonly (number | null)[]): Extremes | null {
  const values = series.filter((value) => value !== null);
  const last = series.findLastIndex((value) => value !== null);
  const latest = values.at(-1);
  if (latest === undefined) return null;
  return {
    highest: found(series, Math.max(...values)),
    lowest: found(series, Math.min(...values)),
    latest: { value: latest, places: [last] },
  };
}

function found(series: readonly (number | null)[], value: number): Extreme {
  const [first = 0, ...others] = series.flatMap((one, place) => (one === value ? [place] : []));
  return { value, places: [first, ...others] };
}
