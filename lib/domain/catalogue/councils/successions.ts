/** That a council was replaced by another: first the one before, then the one after. */
export type Succession = readonly [predecessor: string, successor: string];

const isSame = ([one, after]: Succession, [other, later]: Succession) => one === other && after === later;
export const holds = (all: readonly Succession[], pair: Succession): boolean => all.some((one) => isSame(one, pair));

/** What is in the first and not in the second. */
export const missingIn = (these: readonly Succession[], those: readonly Succession[]): Succession[] =>
  these.filter((pair) => !holds(those, pair));

/** Whether a council would come to be its own predecessor. */
export function hasCircle(all: readonly Succession[]): boolean {
  const next = Map.groupBy(all, ([predecessor]) => predecessor);
  const done = new Set<string>();
  const isOnWay = (id: string, way: ReadonlySet<string>): boolean => {
    if (way.has(id)) return true;
    if (done.has(id)) return false;
    const further = new Set([...way, id]);
    if (next.get(id)?.some(([, successor]) => isOnWay(successor, further))) return true;
    done.add(id);
    return false;
  };
  return [...next.keys()].some((id) => isOnWay(id, new Set()));
}

/**
 * Successions after one entry has come to stand for another: what came before and after the merged one does so of the other.
 * What would make a council its own predecessor is left out, and nothing is said twice.
 */
export function merged(all: readonly Succession[], from: string, into: string): Succession[] {
  const rest = all.filter((pair) => !pair.includes(from));
  const follows = all.filter((pair) => pair.includes(from));
  return follows.reduce<Succession[]>((kept, pair) => {
    const [one, other] = pair.map((id) => (id === from ? into : id));
    const next: Succession = [one ?? into, other ?? into];
    return holds(kept, next) || hasCircle([...kept, next]) ? kept : [...kept, next];
  }, rest);
}
