import type { Kill } from "./killer.ts";

/** A letter that came in. */
export interface Arrival {
  /** Its Message-ID. */
  id: string;
  to: string[];
  at: number;
}

// A letter on its way when the database is killed still arrives; one that arrived is noted at once.
const before = 15_000;
const after = 5000;

/**
 * Letters that came more than once. One that arrived when its sender or the database was being killed may come again,
 * because nobody could note it; each kill excuses one.
 */
export function explain(arrivals: readonly Arrival[], kills: readonly Kill[]) {
  const unused = new Set(kills.filter(({ kind }) => kind !== "renderer"));
  const doubled: string[] = [];
  const unexplained: string[] = [];
  for (const [id, copies] of Map.groupBy(arrivals, (arrival) => arrival.id)) {
    const inOrder = copies.toSorted((a, b) => a.at - b.at);
    for (const { at } of inOrder.slice(0, -1)) {
      doubled.push(id);
      const cause = [...unused].find((kill) => kill.at > at - before && kill.at < at + after);
      if (cause) unused.delete(cause);
      else unexplained.push(id);
    }
  }
  return { doubled, unexplained };
}
