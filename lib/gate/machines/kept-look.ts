/**
 * A look at something that takes its time, kept for a while and taken once for all who ask at a time. Nobody waits longer than
 * the patience says, and nobody is told more than the last look found.
 *
 * @returns what was found, or null where the look failed or is not back yet
 */
export function keptLook<Found>(look: () => Promise<Found>, keptMs: number, patienceMs: number) {
  let found: Found | null = null;
  let at = -Infinity;
  let looking: Promise<Found | null> | null = null;

  function begin(): Promise<Found | null> {
    return look()
      .catch(() => null)
      .then((seen) => {
        [found, at, looking] = [seen, performance.now(), null];
        return seen;
      });
  }

  return async function see(): Promise<Found | null> {
    if (performance.now() - at < keptMs) return found;
    looking ??= begin();
    const { promise: late, resolve } = Promise.withResolvers<null>();
    const timer = setTimeout(resolve, patienceMs, null);
    return Promise.race([looking, late]).finally(() => clearTimeout(timer));
  };
}
