import { cache } from "react";
import { getState, type State } from "#lib/data/generation.ts";
import { replicaHere } from "#lib/data/replicas/scope.ts";
import { here } from "#lib/ops/here.ts";

/**
 * The state of the database, asked for once while one page is made: what is read for it is then of that state or a later one. Pages that
 * have to show the same generation share the answer; anywhere else it is asked for each time, so that nobody misses what they have just
 * changed.
 */
export const getStateOnce = cache((): Promise<State> => {
  const atLeast = here()?.generation;
  // What is read from a replica that is behind must not be held as of a later state that was found elsewhere.
  return atLeast === undefined || replicaHere() !== null ? getState() : getStateSince(atLeast);
});

let found: { since: bigint; state: State } | null = null;

/** A state that the database was in after a generation was named. The gate names another where it finds another history. */
async function getStateSince(generation: bigint): Promise<State> {
  if (found?.since === generation) return found.state;
  const state = await getState();
  // A server that took over without the last commits may be behind what the gate has heard.
  if (state.number >= BigInt.asUintN(64, generation)) found = { since: generation, state };
  return state;
}
