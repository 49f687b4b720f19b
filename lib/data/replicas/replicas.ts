import type { Log } from "#lib/ops/log.ts";
import { followReplica, type Replica } from "./replica.ts";
import { readFrom } from "./scope.ts";

/** A replica with how many requests read from it at the moment, and which of all requests was its last. */
type Route = Replica & { open: number; last: number };

/** The replicas that a process may read from. */
export interface Replicas {
  /**
   * Runs something that reads, from first to last, one replica that has come to a generation, as `GenerationWatch` counts them;
   * the primary where none has, or where the generation is null.
   */
  reading<Value>(generation: bigint | null, work: () => Promise<Value>): Promise<Value>;
  close(): void;
}

/** Follows replicas, and spreads what is read over those that are up to date. */
export function followReplicas(urls: readonly string[], log: Log, follow = followReplica): Replicas {
  const routes = urls.map((url): Route => ({ ...follow(url, log), open: 0, last: 0 }));
  let history = 0n;
  let turn = 0;

  /** A replica counts within one history of the database; what it had come to in another says nothing. */
  async function choose(generation: bigint): Promise<Route | null> {
    if (generation >> 64n !== history) for (const route of routes) route.forget();
    history = generation >> 64n;
    const number = BigInt.asUintN(64, generation);
    for (const route of routes.toSorted((one, two) => one.open - two.open || one.last - two.last))
      if (await route.hasReached(number)) return route;
    return null;
  }

  return {
    async reading(generation, work) {
      const route = generation === null ? null : await choose(generation);
      if (!route) return readFrom(null, work);
      route.last = turn += 1;
      route.open += 1;
      return readFrom(route.url, work).finally(() => (route.open -= 1));
    },
    close: () => routes.forEach((route) => route.close()),
  };
}
